package org.gazouillis.dashboard;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.gazouillis.kernel.TimeRange;
import org.gazouillis.rollup.Tally;
import org.gazouillis.rollup.Window;
import org.gazouillis.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/// One reading of [Performances]: whole local days come from the day rows, everything finer from the quarters; posts
/// with everything they gathered come from the totals of statuses.
final class PerformanceReading {
    private static final String COUNTS = Tally.columns("?") + ", follows, unfollows, people, anonymous, engaged";
    private static final String PUBLISHED_IN =
            "date_bin('15 minutes', s.created_at, timestamptz '2000-01-01T00:00:00Z') as quarter";

    private final Asked asked;
    private final PerformanceQuery query;
    private final TimeRange range;
    private final ZoneId zone;
    private final TreeMap<Instant, Cell> cells = new TreeMap<>();
    private final Cell whole = new Cell();

    PerformanceReading(Asked asked) {
        this.asked = asked;
        query = asked.query();
        range = asked.range();
        zone = query.period().zone();
    }

    BrandPerformance read() {
        ZonedDateTime start = query.step().startOf(range.from().atZone(zone));
        for (; start.toInstant().isBefore(range.to()); start = query.step().next(start)) {
            cells.put(start.toInstant(), new Cell());
        }
        if (query.window() == Window.ACTIVITY) {
            gatherRows(PeriodCut.of(query.period(), query.step()));
        } else {
            gatherTotals();
        }
        gatherPosts();
        return answer(Freshness.of(asked.handle()), query.window() == Window.ACTIVITY ? Followers.atEnd(asked) : null);
    }

    private void gatherRows(PeriodCut cut) {
        cut.quarters().forEach(this::quarters);
        if (cut.firstDay().isBefore(cut.afterLast())) {
            days(cut);
        }
    }

    private void quarters(TimeRange part) {
        asked.ofSubject("select quarter, null::date as day, " + COUNTS + """
                         from quarter_bucket
                        where workspace_id = :workspace and brand_id = :brand and dimension = :dimension
                          and subject_id = :subject and quarter >= :from and quarter < :to
                        """)
                .bind("from", part.from())
                .bind("to", part.to())
                .map(Sql.row(BucketRow.class))
                .forEach(row -> gather(row, row.quarter()));
    }

    private void days(PeriodCut cut) {
        asked.ofSubject("select null::timestamptz as quarter, day, " + COUNTS + """
                         from day_bucket
                        where workspace_id = :workspace and brand_id = :brand and dimension = :dimension
                          and subject_id = :subject and day >= :from and day < :to
                        """)
                .bind("from", cut.firstDay())
                .bind("to", cut.afterLast())
                .map(Sql.row(BucketRow.class))
                .forEach(row -> gather(
                        row,
                        row.day() == null ? null : row.day().atStartOfDay(zone).toInstant()));
    }

    private void gatherTotals() {
        asked.ofPublished(
                        "select " + PUBLISHED_IN + ", null::date as day, " + Tally.columns("t.?")
                                + ", 0 as follows, 0 as unfollows, t.people, t.anonymous, t.engaged",
                        "join status_total t on t.workspace_id = a.workspace_id and t.brand_id = a.brand_id "
                                + "and t.status_id = s.id ",
                        "")
                .map(Sql.row(BucketRow.class))
                .forEach(row -> gather(row, row.quarter()));
    }

    private void gather(BucketRow row, @Nullable Instant time) {
        if (time != null) {
            cell(time).add(row);
            whole.add(row);
        }
    }

    private Cell cell(Instant time) {
        return cells.floorEntry(time).getValue();
    }

    private void gatherPosts() {
        asked.ofPublished("select " + PUBLISHED_IN + ", count(*) as posts", "", " group by 1")
                .map(Sql.row(Published.class))
                .forEach(row -> {
                    cell(row.quarter()).addPosts(row.posts());
                    whole.addPosts(row.posts());
                });
    }

    private BrandPerformance answer(Instant asOf, @Nullable Long followersAtEnd) {
        List<BrandPerformance.Bucket> buckets = new ArrayList<>();
        Long followers = followersAtEnd;
        for (var each : cells.descendingMap().entrySet()) {
            boolean known = each.getKey().isBefore(asOf);
            buckets.add(new BrandPerformance.Bucket(
                    each.getKey().atZone(zone), known ? each.getValue().totals(followers) : null));
            followers = followers == null ? null : followers - each.getValue().netFollows();
        }
        return new BrandPerformance(
                query.period(),
                query.step(),
                asOf,
                range.from().isBefore(asOf) ? whole.totals(followersAtEnd) : null,
                buckets.reversed());
    }

    record Published(Instant quarter, long posts) {}
}
