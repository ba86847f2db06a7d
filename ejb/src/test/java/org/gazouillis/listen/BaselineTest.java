package org.gazouillis.listen;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class BaselineTest {
    private static final Instant HOUR = Instant.parse("2026-11-23T08:00:00Z");

    @Test
    void theUsualIsTheMedianAndTheSpreadIsTheMedianDeviation() {
        Baseline usual = Baseline.of(100, 110, 90, 130, 70, 100, 120, 80);
        assertThat(usual.usual()).isEqualTo(100);
        assertThat(usual.spread()).isCloseTo(15 * 1.4826, within(0.001));
        assertThat(usual.threshold(wish(3, 5))).isCloseTo(100 + 3 * 15 * 1.4826, within(0.001));
    }

    @Test
    void oneWildWeekMovesNothing() {
        assertThat(Baseline.of(100, 110, 90, 130, 70, 100, 9_000, 80).threshold(wish(3, 5)))
                .isEqualTo(Baseline.of(100, 110, 90, 130, 70, 100, 120, 80).threshold(wish(3, 5)));
    }

    @Test
    void rareAndSteadyCountsScatterByChanceAndAreNoSpikes() {
        assertThat(Baseline.of(16, 16, 16, 16, 16, 16, 16, 16).threshold(wish(3, 5)))
                .isEqualTo(16 + 3 * 4);
        assertThat(Baseline.of(0, 0, 0, 0, 0, 0, 0, 0).threshold(wish(3, 5))).isEqualTo(5);
        assertThat(Baseline.of(0, 0, 0, 0, 0, 0, 0, 0).threshold(wish(3, 1))).isEqualTo(3);
    }

    @Test
    void anHourIsComparedWithTheSameHourOfTheWeek() {
        int[] quarters = weeks();
        for (int week = 1; week <= 8; week++) {
            put(quarters, HOUR.minus(Duration.ofDays(7L * week)), 40);
        }
        put(quarters, HOUR.minus(Duration.ofDays(1)), 40);
        put(quarters, HOUR, 41);
        List<Spike> spikes = series(quarters, ZoneOffset.UTC)
                .spikes(HOUR.minus(Duration.ofDays(2)), HOUR.plus(Duration.ofHours(1)), wish(3, 5));
        assertThat(spikes).singleElement().satisfies(spike -> {
            assertThat(spike.hour()).isEqualTo(HOUR.minus(Duration.ofDays(1)));
            assertThat(spike.posts()).isEqualTo(40);
            assertThat(spike.baseline()).isZero();
            assertThat(spike.threshold()).isEqualTo(5);
        });
    }

    @Test
    void hoursAreThoseOfTheZoneWhenClocksChangeAndWhenTheyLieHalfAnHourOff() {
        ZoneId paris = ZoneId.of("Europe/Paris");
        int[] quarters = weeks();
        for (int week = 1; week <= 8; week++) {
            put(quarters, HOUR.atZone(paris).minusWeeks(week).toInstant(), 40);
        }
        HourSeries series = series(quarters, paris);
        assertThat(series.baseline(HourSeries.hourOf(HOUR, paris)).usual())
                .as("09:00 in Paris, before and after the end of October")
                .isEqualTo(40);
        ZoneId kolkata = ZoneId.of("Asia/Kolkata");
        int[] half = weeks();
        put(half, HOUR.plus(Duration.ofMinutes(30)), 7);
        HourSeries there = series(half, kolkata);
        assertThat(there.count(HourSeries.hourOf(HOUR, kolkata))).isZero();
        assertThat(there.count(HourSeries.hourOf(HOUR.plus(Duration.ofMinutes(45)), kolkata)))
                .isEqualTo(7);
    }

    private static int[] weeks() {
        return new int[96 * 7 * 10];
    }

    private static HourSeries series(int[] quarters, ZoneId zone) {
        return new HourSeries(begin(), quarters, zone);
    }

    private static Instant begin() {
        return HOUR.minus(Duration.ofDays(65));
    }

    private static void put(int[] quarters, Instant at, int posts) {
        quarters[(int) (Duration.between(begin(), at).toMinutes() / 15)] += posts;
    }

    private static AlertWish wish(double strength, int least) {
        return new AlertWish(Digest.AT_ONCE, null, ZoneOffset.UTC, false, strength, least);
    }
}
