package org.gazouillis.dashboard;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gazouillis.kernel.TimeRange;
import org.gazouillis.rollup.Dimension;
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
    /// The starts stand in a query of their own so that they are read once, not once for each post.
    private static final String COUNTED_BY_BUCKET =
            "select width_bucket(s.created_at, (select cast(:starts as timestamptz[]))) as bucket, count(*) as posts";

    private final Asked asked;
    private final SettledDays settledDays;
    private final PerformanceQuery query;
    private final TimeRange range;
    private final ZoneId zone;
    private final Buckets buckets;

    PerformanceReading(Asked asked, SettledDays settledDays) {
        this.asked = asked;
        this.settledDays = settledDays;
        query = asked.query();
        range = asked.range();
        zone = query.period().zone();
        buckets = new Buckets(range, query.step(), zone);
    }

    BrandPerformance read() {
        if (query.window() == Window.ACTIVITY) {
            gatherActivity();
        } else {
            gatherTotals();
        }
        gatherPosts();
        return answer(asked.asOf(), query.window() == Window.ACTIVITY ? Followers.atEnd(asked) : null);
    }

    private void gatherActivity() {
        PeriodCut cut = PeriodCut.of(query.period(), Step.DAY);
        // Hours need not begin at midnight, where clocks change by half of one.
        if (cut.wholeDays().stream().allMatch(days -> buckets.hasStart(start(days.from())))) {
            cut.wholeDays().forEach(days -> buckets.add(settled(days)));
            cut.quarters().forEach(this::addPart);
        } else {
            gatherRows(PeriodCut.of(query.period(), query.step()), buckets);
        }
    }

    /// What is left at the ends of a period long ago is the same until the quarter of an hour is over.
    private void addPart(TimeRange part) {
        Instant first = query.step().startOf(part.from().atZone(zone)).toInstant();
        if (asked.isSettled(part) && buckets.hasStart(first)) {
            buckets.add(settledDays.read(
                    asked, asked.days(part), new WhatPart(what(), part), Buckets.Fixed.class, () -> {
                        Buckets own = new Buckets(part, query.step(), zone);
                        quarters(part, own);
                        return own.settle();
                    }));
        } else {
            quarters(part, buckets);
        }
    }

    private record WhatPart(What what, TimeRange part) {}

    private What what() {
        return new What(asked.dimension(), asked.subject(), query.step(), zone);
    }

    private record What(Dimension dimension, long subject, Step step, ZoneId zone) {}

    private Buckets.Fixed settled(DayRange days) {
        return settledDays.read(asked, days, what(), Buckets.Fixed.class, () -> {
            TimeRange time = new TimeRange(start(days.from()), start(days.to()));
            Buckets own = new Buckets(time, query.step(), zone);
            gatherRows(
                    query.step() == Step.DAY
                            ? new PeriodCut(days.from(), days.to(), List.of())
                            : new PeriodCut(days.to(), days.to(), List.of(time)),
                    own);
            return own.settle();
        });
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private void gatherRows(PeriodCut cut, Buckets into) {
        cut.quarters().forEach(part -> quarters(part, into));
        if (cut.firstDay().isBefore(cut.afterLast())) {
            days(cut, into);
        }
    }

    private void quarters(TimeRange part, Buckets into) {
        asked.ofSubject("select quarter, null::date as day, " + COUNTS + """
                         from quarter_bucket
                        where workspace_id = :workspace and brand_id = :brand and dimension = :dimension
                          and subject_id = :subject and quarter >= :from and quarter < :to
                        """)
                .bind("from", part.from())
                .bind("to", part.to())
                .map(Sql.row(BucketRow.class))
                .forEach(row -> gather(row, row.quarter(), into));
    }

    private void days(PeriodCut cut, Buckets into) {
        asked.ofSubject("select null::timestamptz as quarter, day, " + COUNTS + """
                         from day_bucket
                        where workspace_id = :workspace and brand_id = :brand and dimension = :dimension
                          and subject_id = :subject and day >= :from and day < :to
                        """)
                .bind("from", cut.firstDay())
                .bind("to", cut.afterLast())
                .map(Sql.row(BucketRow.class))
                .forEach(row -> gather(row, row.day() == null ? null : start(row.day()), into));
    }

    private void gatherTotals() {
        asked.ofPublished(
                        "select " + PUBLISHED_IN + ", null::date as day, " + Tally.columns("t.?")
                                + ", 0 as follows, 0 as unfollows, t.people, t.anonymous, t.engaged",
                        "join status_total t on t.workspace_id = a.workspace_id and t.brand_id = a.brand_id "
                                + "and t.status_id = s.id ",
                        "")
                .map(Sql.row(BucketRow.class))
                .forEach(row -> gather(row, row.quarter(), buckets));
    }

    private static void gather(BucketRow row, @Nullable Instant time, Buckets into) {
        if (time != null) {
            into.add(row, time);
        }
    }

    private void gatherPosts() {
        List<Instant> starts = buckets.starts();
        asked.ofPublished(COUNTED_BY_BUCKET, "", " group by 1")
                .bind("starts", starts.stream().map(Instant::toString).collect(Collectors.joining(",", "{", "}")))
                .map(Sql.row(Published.class))
                .forEach(row -> buckets.addPosts(starts.get(row.bucket() - 1), row.posts()));
    }

    private BrandPerformance answer(Instant asOf, @Nullable Long followersAtEnd) {
        List<BrandPerformance.Bucket> parts = new ArrayList<>();
        Long followers = followersAtEnd;
        for (var each : buckets.fromTheEnd().entrySet()) {
            boolean known = each.getKey().isBefore(asOf);
            parts.add(new BrandPerformance.Bucket(
                    each.getKey().atZone(zone), known ? each.getValue().totals(followers) : null));
            followers = followers == null ? null : followers - each.getValue().netFollows();
        }
        return new BrandPerformance(
                query.period(),
                query.step(),
                asOf,
                range.from().isBefore(asOf) ? buckets.whole().totals(followersAtEnd) : null,
                parts.reversed());
    }

    record Published(int bucket, long posts) {}
}
