package org.gazouillis.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.gazouillis.report.ExportLedger.Held;
import org.gazouillis.report.ExportLedger.Mark;
import org.gazouillis.reports.ReportFormat;
import org.gazouillis.reports.ReportTable;
import org.gazouillis.reports.ReportWriter;
import org.gazouillis.reports.Rows;
import org.jspecify.annotations.Nullable;

/// Writes one export under one lease, from where the last lease left it. Nothing is written within a transaction
/// (ADR 162).
final class ExportWriting {
    private final ExportLedger ledger;
    private final ExportFiles files;
    private final Held job;
    private final ExportSource source;
    private final ExportWish wish;
    private final int step;

    /// @param step the most rows between two marks
    ExportWriting(ExportLedger ledger, ExportFiles files, Held job, ExportSource source, int step) {
        this.ledger = ledger;
        this.files = files;
        this.job = job;
        this.source = source;
        this.step = Math.min(step, source.step());
        wish = job.kept().wish();
    }

    void write() throws IOException {
        files.prepare();
        if (source.resume()) {
            write(beginning());
        } else {
            ledger.frozen(job, source.begin());
            write(null);
        }
    }

    /// What earlier leases wrote; null when there is nothing to go on with.
    private @Nullable Mark beginning() {
        return job.writtenBy() == null || job.digest() == null || !wish.format().isAppendable()
                ? null
                : new Mark(job.rowsWritten(), job.bytesWritten(), job.readTo(), job.digest());
    }

    private void write(@Nullable Mark before) throws IOException {
        Path file = files.part(job.id(), job.fence());
        PartFile old = before == null
                ? null
                : PartFile.after(
                        files.part(job.id(), Objects.requireNonNull(job.writtenBy())),
                        before.bytes(),
                        before.digest(),
                        file);
        Mark from = old == null ? Mark.NOTHING : Objects.requireNonNull(before);
        Mark end;
        try (PartFile part = old == null ? PartFile.fresh(file) : old;
                ExportRows rows = source.rows(from.readTo())) {
            end = wish.format().isAppendable() ? inSteps(rows, part, from) : atOnce(rows, part);
        }
        files.rename(file, files.whole(job.id(), job.fence()));
        ledger.finish(job, end);
    }

    /// Each step is on disk before the ledger hears of it.
    private Mark inSteps(ExportRows rows, PartFile part, Mark from) throws IOException {
        Mark mark = from;
        long written;
        do {
            ReportTable table = table(sink -> rows.pour(step, sink));
            ReportFormat format = wish.format();
            written = mark.bytes() == 0
                    ? ReportWriter.write(table, format, part.out())
                    : ReportWriter.more(table, format, part.out());
            part.sync();
            mark = new Mark(mark.rows() + written, part.bytes(), rows.place(), part.digest());
            ledger.reached(job, mark);
        } while (written >= step);
        return mark;
    }

    private ReportTable table(Rows rows) {
        return new ReportTable(wish.fileColumns(), source.zone(), rows);
    }

    /// What is packed is written from its beginning.
    private Mark atOnce(ExportRows all, PartFile part) throws IOException {
        var rows = new AtomicLong();
        var pulse = new Pulse(() -> ledger.renew(job, rows.get(), part.bytes()));
        Rows counted = sink -> all.pour(Long.MAX_VALUE, cells -> {
            sink.row(cells);
            rows.incrementAndGet();
            pulse.run();
        });
        ReportWriter.write(table(counted), wish.format(), part.out());
        part.sync();
        return new Mark(rows.get(), part.bytes(), all.place(), part.digest());
    }

    /// Files of this job that are no longer needed once it is done.
    void clear() throws IOException {
        files.remove(job.id(), Set.of(files.whole(job.id(), job.fence())));
    }
}
