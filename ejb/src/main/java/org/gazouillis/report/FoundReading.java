package org.gazouillis.report;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import org.gazouillis.listen.FoundRows;
import org.gazouillis.listen.SearchExport;
import org.gazouillis.report.ExportLedger.Held;
import org.gazouillis.reports.RowSink;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.OnBehalf;

/// Reads what a search finds, page by page, as its maker would. The place between two pages is a cursor, from which
/// another node goes on: nothing is written down first, since an index has no snapshot that outlives its node
/// (ADR 177).
final class FoundReading implements ExportSource {
    /// A mark every few seconds: rows of many places are read one page at a time.
    private static final int STEP = 5_000;

    private final SearchExport search;
    private final OnBehalf behalf;
    private final Clock clock;
    private final MemberScope maker;
    private final Held job;
    private final FoundWish wish;

    FoundReading(SearchExport search, OnBehalf behalf, Clock clock, MemberScope maker, Held job, FoundWish wish) {
        this.search = search;
        this.behalf = behalf;
        this.clock = clock;
        this.maker = maker;
        this.job = job;
        this.wish = wish;
    }

    @Override
    public boolean resume() {
        return job.frozenBy() != null;
    }

    @Override
    public Frozen begin() {
        long count = behalf.of(maker, () -> search.count(wish.question()));
        return new Frozen(null, clock.instant(), null, count);
    }

    @Override
    public ExportRows rows(String place) {
        FoundRows rows = behalf.of(
                maker,
                () -> search.prepare(wish.question(), wish.columns(), place).rows());
        return new ExportRows() {
            @Override
            public long pour(long least, RowSink sink) throws IOException {
                return behalf.of(maker, () -> rows.pour(least, sink));
            }

            @Override
            public String place() {
                return rows.place();
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public ZoneId zone() {
        return job.kept().zone();
    }

    @Override
    public int step() {
        return STEP;
    }
}
