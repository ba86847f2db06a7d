package org.gazouillis.dashboard;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.rollup.Interest;
import org.gazouillis.rollup.Tally;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HoursOfWeekTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Period PERIOD = Period.ofDays(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 11, 23), PARIS);

    private final List<PostTallies.Row> posts = new ArrayList<>();

    @Test
    void twelvePostsAreTooFewToCompare() {
        weekly(DayOfWeek.MONDAY, 9, 12, 20);
        HoursOfWeek hours = HoursOfWeek.of(PERIOD, posts);
        assertThat(hours.isEnough()).isFalse();
        assertThat(hours.best()).isEmpty();
        assertThat(hours.hours()).hasSize(7 * 24);
    }

    @Test
    void anHourWhosePostsAlwaysDidBetterIsFoundByTheClockOfTheBrandAcrossItsChange() {
        weekly(DayOfWeek.MONDAY, 9, 12, 20);
        weekly(DayOfWeek.WEDNESDAY, 12, 12, 50);
        weekly(DayOfWeek.FRIDAY, 17, 12, 20);
        weekly(DayOfWeek.SUNDAY, 20, 12, 18);
        HoursOfWeek hours = HoursOfWeek.of(PERIOD, posts);
        assertThat(hours.isEnough()).isTrue();
        assertThat(hours.best())
                .extracting(HoursOfWeek.Hour::slot)
                .containsExactly(new HoursOfWeek.Slot(DayOfWeek.WEDNESDAY, 12));
        assertThat(hours.hours().stream().mapToInt(HoursOfWeek.Hour::posts).sum())
                .isEqualTo(48);
    }

    /// Posts of one hour of the week, each seen a thousand times and liked about so often.
    private void weekly(DayOfWeek day, int hour, int number, int likes) {
        for (int week = 0; week < number; week++) {
            ZonedDateTime local = LocalDate.of(2026, 8, 31)
                    .plusDays(day.ordinal())
                    .plusWeeks(week)
                    .atTime(hour, 5)
                    .atZone(PARIS);
            Instant at = local.toInstant();
            Tally tally = new Tally(1_000, 0, likes + week % 3 - 1, 0, 0, 0, 0, 0, Interest.NONE);
            posts.add(new PostTallies.Row(new StatusId(posts.size() + 1L), at, tally));
        }
    }
}
