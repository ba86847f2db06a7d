package org.gazouillis.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.gazouillis.engage.Statuses;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.kernel.TimeRange;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.Test;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/// What is kept of settled days, beside the rows that the roll-up writes.
class SettledDaysTest extends PerformanceGround {
    private static final LocalDate FIRST = LocalDate.parse("2026-11-02");
    private static final DayRange DAYS = new DayRange(FIRST, FIRST.plusDays(3));

    private final SettledDays small = new SettledDays(1_000);
    private final AtomicInteger gathered = new AtomicInteger();

    private record Sized(long weight) implements SettledDays.Settled {}

    @Test
    void daysAreGatheredAgainOnlyWhenTheRollUpWroteToOneOfThem() {
        view(plain, 1, "2026-11-03T10:00:00+01:00");
        read("a", 10);
        read("a", 10);
        assertThat(gathered).hasValue(1);
        view(plain, 1, "2026-11-12T10:00:00+01:00");
        view(lune, 1, "2026-11-03T10:00:00+05:45");
        read("a", 10);
        assertThat(gathered).hasValue(1);
        view(plain, 2, "2026-11-04T10:00:00+01:00");
        read("a", 10);
        assertThat(gathered).hasValue(2);
    }

    @Test
    void whatWasReadLongestAgoGoesWhenThereIsTooMuch() {
        read("a", 400);
        read("b", 400);
        read("a", 400);
        read("c", 400);
        read("a", 400);
        assertThat(gathered).hasValue(3);
        read("b", 400);
        assertThat(gathered).hasValue(4);
    }

    @Test
    void whatIsTooLargeDrivesNothingOut() {
        read("a", 400);
        read("large", 600);
        read("large", 600);
        read("a", 400);
        assertThat(gathered).hasValue(3);
    }

    @Test
    void theEndOfAPeriodLongAgoHoldsWhatComesToItLate() {
        Instant end = Instant.parse("2026-11-05T09:00:00Z");
        Period period = new Period(new TimeRange(end.minus(Duration.ofHours(60)), end), PARIS);
        StatusId other = Statuses.publish(world, World.ANNA, World.NORD, World.NORD_PROFILE, 9_002);
        view(campaigned, 1, "2026-11-05T09:10:00+01:00");
        assertThat(viewsAndPosts(period)).containsExactly(1, 1);
        assertThat(viewsAndPosts(period)).containsExactly(1, 1);
        view(campaigned, 2, "2026-11-05T09:40:00+01:00");
        assertThat(viewsAndPosts(period)).containsExactly(2, 1);
        view(other, 1, "2026-11-05T08:00:00+01:00", "2026-11-05T10:00:00+01:00");
        assertThat(viewsAndPosts(period)).containsExactly(3, 2);
    }

    private List<Integer> viewsAndPosts(Period period) {
        PerformanceQuery query = new PerformanceQuery(World.NORD, period, Step.DAY, null);
        Comparison compared = as(
                World.ANNA,
                permissions ->
                        new Performances(world.app(), permissions, settledDays).compare(query, period.previous()));
        long views = requireNonNull(compared.now().totals()).tally().views();
        return List.of(Math.toIntExact(views), compared.posts());
    }

    private void read(String what, long bytes) {
        Period period = Period.lastDays(28, PARIS, world.clock().instant());
        PerformanceQuery query = new PerformanceQuery(World.NORD, period, Step.DAY, null);
        as(
                World.ANNA,
                _ -> world.app()
                        .withHandle(handle -> small.read(
                                Asked.of(handle, World.ANNA.workspace(), query), DAYS, what, Sized.class, () -> {
                                    gathered.incrementAndGet();
                                    return new Sized(bytes);
                                })));
    }
}
