package org.gazouillis.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.kernel.TimeRange;
import org.gazouillis.kernel.WorkspaceId;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// One reading of [Performances]: whole local days come from the day rows, everything finer from the quarters.
final class PerformanceReading {
    /// A status' id may be a little older than its `created_at`; ids only narrow the search.
    private static final Duration SLACK = Duration.ofHours(1);
    private static final String COUNTS =
            "views, anonymous_views, likes, reposts, replies, clicks, follows, unfollows, people, anonymous";

    private final Handle handle;
    private final WorkspaceId workspace;
    private final PerformanceQuery query;
    private final TimeRange range;
    private final ZoneId zone;
    private final TreeMap<Instant, Cell> cells = new TreeMap<>();
    private final Cell whole = new Cell();

    PerformanceReading(Handle handle, WorkspaceId workspace, PerformanceQuery query) {
        this.handle = handle;
        this.workspace = workspace;
        this.query = query;
        range = query.period().range();
        zone = query.period().zone();
    }

    BrandPerformance read() {
        ZonedDateTime start = query.step().startOf(range.from().atZone(zone));
        for (; start.toInstant().isBefore(range.to()); start = query.step().next(start)) {
            cells.put(start.toInstant(), new Cell());
        }
        gatherRows();
        gatherPosts();
        return answer(asOf(), query.campaign() == null ? followersAtEnd() : null);
    }

    private void gatherRows() {
        if (query.step() == Step.HOUR) {
            quarters(range.from(), range.to());
            return;
        }
        ZonedDateTime from = range.from().atZone(zone);
        LocalDate firstWhole = Step.DAY.startOf(from).equals(from)
                ? from.toLocalDate()
                : from.toLocalDate().plusDays(1);
        LocalDate afterLastWhole = range.to().atZone(zone).toLocalDate();
        if (afterLastWhole.isBefore(firstWhole)) {
            quarters(range.from(), range.to());
            return;
        }
        quarters(range.from(), firstWhole.atStartOfDay(zone).toInstant());
        days(firstWhole, afterLastWhole);
        quarters(afterLastWhole.atStartOfDay(zone).toInstant(), range.to());
    }

    private void quarters(Instant from, Instant to) {
        if (!from.isBefore(to)) {
            return;
        }
        bindSubject(handle.createQuery("select quarter, null::date as day, " + COUNTS + """
                         from quarter_bucket
                        where workspace_id = :workspace and brand_id = :brand and dimension = :dimension
                          and subject_id = :subject and quarter >= :from and quarter < :to
                        """))
                .bind("from", from)
                .bind("to", to)
                .map(Sql.row(BucketRow.class))
                .forEach(row -> gather(row, row.quarter()));
    }

    private void days(LocalDate first, LocalDate afterLast) {
        bindSubject(handle.createQuery("select null::timestamptz as quarter, day, " + COUNTS + """
                         from day_bucket
                        where workspace_id = :workspace and brand_id = :brand and dimension = :dimension
                          and subject_id = :subject and day >= :from and day < :to
                        """))
                .bind("from", first)
                .bind("to", afterLast)
                .map(Sql.row(BucketRow.class))
                .forEach(row -> gather(
                        row,
                        row.day() == null ? null : row.day().atStartOfDay(zone).toInstant()));
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
        bindBrand(handle.createQuery("""
                        select date_bin('15 minutes', s.created_at, timestamptz '2000-01-01T00:00:00Z') as quarter,
                          count(*) as posts
                        from social_account a
                        join status s on s.profile_id = a.profile_id and s.id >= :first and s.id < :last
                        where a.workspace_id = :workspace and a.brand_id = :brand
                          and s.created_at >= :from and s.created_at < :to and s.publication_id is not null
                          and (:campaign = 0 or exists (
                            select from publication p
                            join post o on o.workspace_id = p.workspace_id and o.id = p.post_id
                            where p.workspace_id = a.workspace_id and p.id = s.publication_id
                              and o.campaign_id = :campaign))
                        group by 1
                        """))
                .bind("first", TimeOrderedIds.floor(range.from().minus(SLACK)))
                .bind("last", TimeOrderedIds.floor(range.to().plus(SLACK)))
                .bind("from", range.from())
                .bind("to", range.to())
                .bind(
                        "campaign",
                        query.campaign() == null ? 0 : query.campaign().value())
                .map(Sql.row(Published.class))
                .forEach(row -> {
                    cell(row.quarter()).addPosts(row.posts());
                    whole.addPosts(row.posts());
                });
    }

    private Instant asOf() {
        return handle.createQuery("select as_of from rollup_mark where name = 'engagement'")
                .mapTo(Instant.class)
                .one();
    }

    /// Those who follow now, less those who came and plus those who went after the end of the period.
    private long followersAtEnd() {
        return bindBrand(handle.createQuery("""
                        select (select count(*) from follow f join social_account a on a.profile_id = f.author_id
                                where a.workspace_id = :workspace and a.brand_id = :brand)
                             - (select coalesce(sum(follows - unfollows), 0) from quarter_bucket
                                where workspace_id = :workspace and brand_id = :brand and dimension = 'BRAND'
                                  and subject_id = :brand and quarter >= :to and quarter < :midnight)
                             - (select coalesce(sum(follows - unfollows), 0) from day_bucket
                                where workspace_id = :workspace and brand_id = :brand and dimension = 'BRAND'
                                  and subject_id = :brand and day >= :day)
                        """))
                .bind("to", range.to())
                .bind(
                        "midnight",
                        query.period().lastDay().plusDays(1).atStartOfDay(zone).toInstant())
                .bind("day", query.period().lastDay().plusDays(1))
                .mapTo(Long.class)
                .one();
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

    private Query bindSubject(Query statement) {
        return bindBrand(statement).bind("dimension", query.dimension()).bind("subject", query.subject());
    }

    private Query bindBrand(Query statement) {
        return statement.bind("workspace", workspace).bind("brand", query.brand());
    }

    record Published(Instant quarter, long posts) {}
}
