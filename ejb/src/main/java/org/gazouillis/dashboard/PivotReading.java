package org.gazouillis.dashboard;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.rollup.Dimension;
import org.gazouillis.rollup.Interest;
import org.gazouillis.rollup.Tally;
import org.gazouillis.rollup.Window;
import org.jspecify.annotations.Nullable;

/// Reads one brand's part of a [Pivot] into its groups.
///
/// Parted by times alone, the rows of the brand tell everything. Else the rows of its posts do, each under the keys of
/// its post; what the brand has beyond those of all its posts (clicks on links that stand in no post) is put
/// [Axis#ELSEWHERE], so that the whole is the brand's.
final class PivotReading {
    private static final int QUARTER = 15;
    private static final int HOUR = 60;

    private final PivotQuestion question;
    private final PivotGroups groups;
    private final Period period;
    private final ZoneId zone;
    private final BrandId brand;
    private final PivotRows rows;
    private final Map<Long, PostTraits> traits = new HashMap<>();
    /// The brand's clicks by time, less those on its posts.
    private final Map<Instant, Long> clicks = new HashMap<>();

    /// @param only statuses that count; null when all do
    PivotReading(
            Asked asked, PivotQuestion question, PivotGroups groups, PivotBudget budget, @Nullable Set<Long> only) {
        this.question = question;
        this.groups = groups;
        period = asked.query().period();
        zone = period.zone();
        brand = asked.query().brand();
        Step step = question.axes().anyMatch(Axis::needsHours) ? Step.HOUR : Step.DAY;
        rows = new PivotRows(asked, step, only, budget);
    }

    /// @param asOf until when everything is known
    void read(Instant asOf) {
        expect(asOf);
        boolean people = question.needsPeople();
        if (question.isOfBrands()) {
            PostTraits all = PostTraits.elsewhere(brand);
            rows.active(Dimension.BRAND, people, row -> put(all, row.bucket()));
            rows.published(false, row -> countPost(all, row.bucket()));
            return;
        }
        rows.publishedTraits(this::learn);
        if (question.window() == Window.POST) {
            rows.published(people, this::onPost);
        } else {
            if (question.looksElsewhere()) {
                // Before the posts' own: what is rolled up in between cannot look as if it belonged to none of them.
                rows.active(
                        Dimension.BRAND,
                        false,
                        row -> count(row.bucket(), row.bucket().tally().clicks()));
            }
            rows.activeTraits(this::learn);
            rows.active(Dimension.STATUS, people, this::onPost);
            putElsewhere();
        }
        rows.published(false, this::countPost);
    }

    private void count(BucketRow row, long more) {
        clicks.merge(time(row).toInstant(), more, Long::sum);
    }

    /// Of all that happens only a click need not belong to a post.
    private void putElsewhere() {
        PostTraits nowhere = PostTraits.elsewhere(brand);
        clicks.forEach((at, left) -> {
            ZonedDateTime time = at.atZone(zone);
            if (left > 0 && isWithin(nowhere, time)) {
                at(nowhere, time).add(new Tally(0, 0, 0, 0, 0, 0, left, 0, Interest.NONE));
            }
        });
    }

    private void learn(PostTraits.Row row) {
        traits.put(row.id(), PostTraits.of(brand, row));
    }

    private void onPost(PivotRows.Row row) {
        PostTraits known = traits.get(row.subjectId());
        if (known != null) {
            put(known, row.bucket());
            count(row.bucket(), -row.bucket().tally().clicks());
        }
    }

    private void countPost(PivotRows.Row row) {
        PostTraits known = traits.get(row.subjectId());
        if (known != null) {
            countPost(known, row.bucket());
        }
    }

    private void countPost(PostTraits of, BucketRow published) {
        ZonedDateTime time = time(published);
        if (isWithin(of, time)) {
            at(of, time).addPosts(1);
        }
    }

    private void put(PostTraits of, BucketRow row) {
        ZonedDateTime time = time(row);
        if (isWithin(of, time)) {
            at(of, time).add(row);
        }
    }

    private Cell at(PostTraits of, ZonedDateTime time) {
        Axis columns = question.columns();
        return groups.at(keys(question.rows(), of, time), columns == null ? List.of() : keys(columns, of, time));
    }

    private boolean isWithin(PostTraits of, ZonedDateTime time) {
        return question.within().entrySet().stream()
                .allMatch(wanted -> keys(wanted.getKey(), of, time).contains(wanted.getValue()));
    }

    private static List<String> keys(Axis axis, PostTraits of, ZonedDateTime time) {
        return axis.isTime() ? List.of(axis.keyAt(time)) : of.of(axis);
    }

    private ZonedDateTime time(BucketRow row) {
        LocalDate day = row.day();
        Instant quarter = row.quarter();
        if (day != null) {
            return day.atStartOfDay(zone);
        }
        if (quarter == null) {
            throw new IllegalStateException("a rolled-up row without a time");
        }
        return quarter.atZone(zone);
    }

    /// Every time of the period that is known has its row, also when nothing happened.
    private void expect(Instant asOf) {
        Axis columns = question.columns();
        boolean hours = question.axes().anyMatch(Axis::needsHours);
        // An hour may begin at any quarter where the clocks change by half of one; those of days and weeks recur.
        int minutes = question.rows() == Axis.HOUR ? QUARTER : HOUR;
        PostTraits none = PostTraits.elsewhere(brand);
        Instant end = period.range().to().isBefore(asOf) ? period.range().to() : asOf;
        ZonedDateTime time = period.range().from().atZone(zone);
        while (time.toInstant().isBefore(end)) {
            if (isWithinTimes(none, time)) {
                if (question.rows().isTime()) {
                    groups.expectRow(question.rows().keyAt(time));
                }
                if (columns != null && columns.isTime()) {
                    groups.expectColumn(columns.keyAt(time));
                }
            }
            time = hours
                    ? time.plus(minutes, ChronoUnit.MINUTES)
                    : time.toLocalDate().plusDays(1).atStartOfDay(zone);
        }
    }

    private boolean isWithinTimes(PostTraits none, ZonedDateTime time) {
        return question.within().entrySet().stream()
                .filter(wanted -> wanted.getKey().isTime())
                .allMatch(wanted -> keys(wanted.getKey(), none, time).contains(wanted.getValue()));
    }
}
