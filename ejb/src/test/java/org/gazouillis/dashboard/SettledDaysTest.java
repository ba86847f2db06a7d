package org.gazouillis.dashboard;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.Test;

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
