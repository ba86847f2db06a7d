package org.gazouillis.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.gazouillis.kernel.PublicAddress;
import org.gazouillis.report.ExportLedger.Held;
import org.gazouillis.report.ExportLedger.Mark;
import org.gazouillis.reports.ReportFormat;
import org.gazouillis.reports.ReportTable;
import org.gazouillis.reports.ReportWriter;
import org.gazouillis.reports.Rows;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Snapshots;
import org.jspecify.annotations.Nullable;

/// Writes one export under one lease: first its rows as they stand in one snapshot, then the file of them, from where
/// the last lease left it. Nothing is written within a transaction but the rows (ADR 162).
final class ExportWriting {
    private final ExportLedger ledger;
    private final ExportFiles files;
    private final Held job;
    private final EngagementWish wish;
    private final KeptWish kept;
    private final int step;

    /// @param step rows between two marks
    ExportWriting(ExportLedger ledger, ExportFiles files, Held job, int step) {
        this.ledger = ledger;
        this.files = files;
        this.job = job;
        this.step = step;
        kept = job.kept();
        wish = kept.wish();
    }

    void write(Snapshots snapshots, MemberScope maker, PublicAddress address) throws IOException {
        files.prepare();
        Integer frozenBy = job.frozenBy();
        if (frozenBy != null && Files.exists(files.rows(job.id(), frozenBy))) {
            var names = EngagementNames.parse(Objects.requireNonNull(job.names(), "written with the rows"));
            write(names, files.rows(job.id(), frozenBy), beginning());
        } else {
            write(freeze(snapshots, maker, address), files.rows(job.id(), job.fence()), null);
        }
    }

    private EngagementNames freeze(Snapshots snapshots, MemberScope maker, PublicAddress address) throws IOException {
        Path file = files.rows(job.id(), job.fence());
        var pulse = new Pulse(() -> ledger.renew(job, 0, 0));
        var rows = new @Nullable Frozen[1];
        snapshots.<IOException>read(maker, handle -> {
            var names = EngagementNames.read(handle, job.workspaceId(), job.brandId(), address, kept.zone());
            var parts = new EngagementSource(job.workspaceId(), wish, names).parts();
            rows[0] = new Frozen(names, EngagementSource.asOf(handle), FrozenLines.freeze(handle, parts, file, pulse));
        });
        Frozen frozen = Objects.requireNonNull(rows[0], "nothing was read");
        ledger.frozen(job, frozen);
        return frozen.names();
    }

    /// What earlier leases wrote; null when there is nothing to go on with.
    private @Nullable Mark beginning() {
        return job.writtenBy() == null || job.digest() == null || !wish.format().isAppendable()
                ? null
                : new Mark(job.rowsWritten(), job.bytesWritten(), job.readTo(), job.digest());
    }

    private void write(EngagementNames names, Path rows, @Nullable Mark before) throws IOException {
        var source = new EngagementSource(job.workspaceId(), wish, names);
        Path file = files.part(job.id(), job.fence());
        PartFile old = before == null
                ? null
                : PartFile.after(
                        files.part(job.id(), Objects.requireNonNull(job.writtenBy())),
                        before.bytes(),
                        before.digest(),
                        file);
        Mark from = old == null ? new Mark(0, 0, 0, "") : Objects.requireNonNull(before);
        Mark end;
        try (PartFile part = old == null ? PartFile.fresh(file) : old;
                var lines = FrozenLines.read(rows, source.parts(), from.readTo())) {
            end = wish.format().isAppendable() ? inSteps(source, lines, part, from) : atOnce(source, lines, part);
        }
        files.rename(file, files.whole(job.id(), job.fence()));
        ledger.finish(job, end);
    }

    /// Each step is on disk before the ledger hears of it.
    private Mark inSteps(EngagementSource source, FrozenLines lines, PartFile part, Mark from) throws IOException {
        Mark mark = from;
        long written;
        do {
            ReportTable table = source.table(next(lines));
            ReportFormat format = wish.format();
            written = mark.bytes() == 0
                    ? ReportWriter.write(table, format, part.out())
                    : ReportWriter.more(table, format, part.out());
            part.sync();
            mark = new Mark(mark.rows() + written, part.bytes(), lines.position(), part.digest());
            ledger.reached(job, mark);
        } while (written == step);
        return mark;
    }

    private Rows next(FrozenLines lines) {
        return sink -> {
            for (int i = 0; i < step; i++) {
                @Nullable Object[] cells = lines.next();
                if (cells == null) {
                    return;
                }
                sink.row(cells);
            }
        };
    }

    /// What is packed is written from its beginning.
    private Mark atOnce(EngagementSource source, FrozenLines lines, PartFile part) throws IOException {
        var rows = new AtomicLong();
        var pulse = new Pulse(() -> ledger.renew(job, rows.get(), part.bytes()));
        Rows all = sink -> {
            for (@Nullable Object[] cells = lines.next(); cells != null; cells = lines.next()) {
                sink.row(cells);
                rows.incrementAndGet();
                pulse.run();
            }
        };
        ReportWriter.write(source.table(all), wish.format(), part.out());
        part.sync();
        return new Mark(rows.get(), part.bytes(), lines.position(), part.digest());
    }

    /// Files of this job that are no longer needed once it is done.
    void clear() throws IOException {
        files.remove(job.id(), Set.of(files.whole(job.id(), job.fence())));
    }
}
