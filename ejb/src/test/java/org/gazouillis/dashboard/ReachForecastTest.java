package org.gazouillis.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/// A world whose rule is known: readers are there by the hour, and come to a post mostly right after it.
class ReachForecastTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant FIRST = Instant.parse("2026-06-01T00:00:00Z");
    private static final LocalDateTime EVENING = LocalDateTime.parse("2026-12-01T18:00");
    private static final LocalDateTime MORNING = LocalDateTime.parse("2026-12-01T09:00");
    private static final double NOISE = 0.25;

    @Test
    void theForecastFindsTheRuleOfTheWorld() {
        List<PastReach> posts = world(1, 160, 400);
        ReachForecast forecast = forecast(posts, EVENING, MORNING);
        double evening = rule(EVENING, 400);
        double morning = rule(MORNING, 400);
        assertThat(evening / morning).isGreaterThan(1.5);
        assertThat(people(forecast, 0)).isCloseTo(Math.round(evening), within(Math.round(evening * 0.2)));
        assertThat(people(forecast, 1)).isCloseTo(Math.round(morning), within(Math.round(morning * 0.2)));
        assertThat(forecast.gain().direction()).isOne();
        assertThat(forecast.gain().low())
                .as("smoothing makes a gain smaller, never greater")
                .isBetween(0.4, evening / morning - 1);
    }

    @Test
    void whereTheHourDoesNotMatterNoTimeIsSaidToBeBetter() {
        long said = IntStream.range(0, 8)
                .mapToObj(seed -> posts(seed, 60, 300, hour -> 1))
                .filter(posts -> forecast(posts, EVENING, MORNING).gain().direction() != 0)
                .count();
        assertThat(said).isLessThanOrEqualTo(1);
    }

    @Test
    void intervalsHoldAboutAsManyPostsAsTheySay() {
        double usual = 0;
        double nearlyAlways = 0;
        int worlds = 4;
        for (int seed = 0; seed < worlds; seed++) {
            ReachForecast.TrackRecord found = requireNonNull(
                    forecast(world(100 + seed, 200, 400), EVENING).trackRecord());
            usual += requireNonNull(found.usual()) / worlds;
            nearlyAlways += requireNonNull(found.nearlyAlways()) / worlds;
            assertThat(found.medianError()).isBetween(0.08, 0.3);
        }
        assertThat(usual).isBetween(0.75, 0.87);
        assertThat(nearlyAlways).isBetween(0.92, 0.985);
    }

    @Test
    void growthIsFollowed() {
        List<PastReach> posts = new ArrayList<>(world(7, 120, 100));
        Duration later =
                Duration.ofDays(Duration.between(FIRST, posts.getLast().at()).toDays() + 1);
        world(8, 120, 400).forEach(post -> posts.add(new PastReach(post.at().plus(later), post.fresh())));
        assertThat(people(forecast(posts, EVENING), 0)).isGreaterThan(Math.round(rule(EVENING, 300)));
    }

    @Test
    void aPastPostIsForecastByNothingThatCameAfterIt() {
        List<PastReach> posts = world(3, 100, 200);
        int change = 70;
        List<PastReach> other = IntStream.range(0, posts.size())
                .mapToObj(i -> i < change ? posts.get(i) : tenfold(posts.get(i)))
                .toList();
        List<Double> before = ReachBackTest.of(posts, PARIS).forecasts();
        List<Double> after = ReachBackTest.of(other, PARIS).forecasts();
        int untouched = (int) posts.stream()
                .filter(post -> post.at().isBefore(posts.get(change).knownAt()))
                .count();
        int judged = before.size() - (posts.size() - untouched);
        assertThat(after.subList(0, judged)).isEqualTo(before.subList(0, judged));
        assertThat(after.getLast()).isGreaterThan(before.getLast() + 0.5);
    }

    @Test
    void ofTooFewPostsNothingIsForecastAndItSaysHowManyThereAre() {
        ReachForecast forecast = forecast(world(1, 39, 400), EVENING, MORNING);
        assertThat(forecast.trackRecord()).isNull();
        assertThat(forecast.posts()).isEqualTo(39);
        assertThat(forecast.times().getFirst().people()).isNull();
        assertThat(forecast.gain().direction()).isZero();
        assertThat(forecast(List.of(), EVENING).posts()).isZero();
    }

    @Test
    void anHourInWhichNothingEverWentOutIsToldApart() {
        ReachForecast forecast = forecast(world(1, 100, 400), EVENING, LocalDateTime.parse("2026-12-01T03:00"));
        assertThat(forecast.times().get(0).isFarFromAll()).isFalse();
        assertThat(forecast.times().get(1).isFarFromAll()).isTrue();
    }

    @Test
    void whoIsNeverSeenIsForecastToBeSeenByNobody() {
        ReachForecast forecast = forecast(posts(1, 100, 0, hour -> 1), EVENING);
        assertThat(forecast.times().getFirst().usual()).isEqualTo(new ReachForecast.Band(0, 0));
        assertThat(requireNonNull(forecast.trackRecord()).medianError()).isZero();
    }

    private static ReachForecast forecast(List<PastReach> posts, LocalDateTime... times) {
        return ReachForecast.of(posts, PARIS, FIRST.plus(Duration.ofDays(183)), List.of(times));
    }

    private static long people(ReachForecast forecast, int time) {
        return requireNonNull(forecast.times().get(time).people());
    }

    private static PastReach tenfold(PastReach post) {
        return new PastReach(
                post.at(), post.fresh().stream().map(people -> people * 10).toList());
    }

    private interface Presence {
        double at(int hourOfDay);
    }

    private static double presence(int hour) {
        return hour >= 18 && hour < 22 ? 3 : hour < 7 ? 0.2 : 1;
    }

    private static double wane(int age) {
        return Math.exp(-age / 3.0);
    }

    private static double rule(LocalDateTime at, double readers) {
        return readers
                * IntStream.range(0, PastReach.HOURS)
                        .mapToDouble(age -> wane(age) * presence((at.getHour() + age) % 24))
                        .sum();
    }

    private static List<PastReach> world(long seed, int number, double readers) {
        return posts(seed, number, readers, ReachForecastTest::presence);
    }

    /// Posts between 7 and 22 o'clock, about one and a half a day.
    private static List<PastReach> posts(long seed, int number, double readers, Presence presence) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<PastReach> posts = new ArrayList<>();
        Instant at = FIRST;
        while (posts.size() < number) {
            at = at.plus(Duration.ofMinutes(random.nextInt(60, 1_440)));
            int hour = at.atZone(PARIS).getHour();
            if (hour >= 7 && hour < 22) {
                double luck = readers * Math.exp(NOISE * random.nextGaussian());
                List<Long> fresh = IntStream.range(0, PastReach.HOURS)
                        .mapToObj(age -> Math.round(luck * wane(age) * presence.at((hour + age) % 24)))
                        .toList();
                posts.add(new PastReach(at, fresh));
            }
        }
        return posts;
    }
}
