package org.gazouillis.dashboard;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// How many people a post would reach in its first 24 hours, would it go out at one time or another.
///
/// @param asOf        what was seen after that is not in it
/// @param posts       from how many it was learned
/// @param trackRecord how well past posts would have been forecast; null when there is not enough data
/// @param times       as asked, one or two
/// @param gain        by which share the first time would do better than the second
public record ReachForecast(
        ZoneId zone, Instant asOf, int posts, @Nullable TrackRecord trackRecord, List<Expectation> times, Change gain) {
    /// Posts to learn from, and as many to be tested on.
    public static final int FEWEST_POSTS = ReachBackTest.FEWEST_KNOWN + ReachBackTest.FEWEST_JUDGED;

    /// Fewer posts about the same time of the day than these, and the forecast stands on when readers are there
    /// alone.
    public static final int FEWEST_NEAR = 3;

    static final double USUAL = 0.8;
    static final double NEARLY_ALWAYS = 0.95;
    private static final int DRAWS = 399;
    private static final long SEED = 20_261_127;

    public ReachForecast {
        times = List.copyOf(times);
    }

    /// What the back-test found.
    ///
    /// @param judged       how many posts were forecast by what was known before them
    /// @param medianError  half of them were missed by less than this share of their reach
    /// @param tested       how many of them had an interval made of what was known before them
    /// @param usual        which share of these came into the interval of 80 %; null when there are none
    /// @param nearlyAlways the same of 95 %
    public record TrackRecord(
            int judged,
            double medianError,
            int tested,
            @Nullable Double usual,
            @Nullable Double nearlyAlways) {}

    /// @param people       half of such posts would reach more; null when there is not enough data
    /// @param usual        four of five such posts
    /// @param nearlyAlways nineteen of twenty
    /// @param near         past posts about the same time of a day of the same kind
    public record Expectation(
            LocalDateTime at,
            @Nullable Long people,
            @Nullable Band usual,
            @Nullable Band nearlyAlways,
            int near) {
        public boolean isFarFromAll() {
            return near < FEWEST_NEAR;
        }
    }

    public record Band(long low, long high) {}

    /// @param posts those whose first day was known at `asOf`, in the order of time
    static ReachForecast of(List<PastReach> posts, ZoneId zone, Instant asOf, List<LocalDateTime> asked) {
        ReachBackTest test = ReachBackTest.of(posts, zone);
        if (test.judged() < ReachBackTest.FEWEST_JUDGED) {
            List<Expectation> unknown = asked.stream()
                    .map(at -> new Expectation(at, null, null, null, near(posts, zone, at)))
                    .toList();
            return new ReachForecast(zone, asOf, posts.size(), null, unknown, Change.without(Change.Ground.TOO_FEW));
        }
        ReachModel model = ReachModel.of(posts, zone);
        List<Expectation> times = asked.stream()
                .map(at -> expectation(at, model.expected(WeekHour.of(at)), test, near(posts, zone, at)))
                .toList();
        return new ReachForecast(zone, asOf, posts.size(), trackRecord(test), times, gain(posts, zone, asked));
    }

    private static TrackRecord trackRecord(ReachBackTest test) {
        return new TrackRecord(
                test.judged(), test.medianError(), test.tested(), test.coverage(USUAL), test.coverage(NEARLY_ALWAYS));
    }

    private static Expectation expectation(LocalDateTime at, double expected, ReachBackTest test, int near) {
        return new Expectation(
                at, people(expected), band(expected, test.miss(USUAL)), band(expected, test.miss(NEARLY_ALWAYS)), near);
    }

    private static Band band(double expected, double miss) {
        return new Band(people(expected - miss), people(expected + miss));
    }

    private static long people(double size) {
        return Math.max(0, Math.round(Math.expm1(size)));
    }

    private static int near(List<PastReach> posts, ZoneId zone, LocalDateTime at) {
        WeekHour hour = WeekHour.of(at);
        return (int) posts.stream()
                .filter(post -> hour.isNear(WeekHour.of(post.at(), zone)))
                .count();
    }

    /// Drawn from the posts again and again (Efron 1979), as all comparisons of posts are (ADR 122). It is the gain
    /// of smoothed hours: beside a sharp edge of the day, and with few posts, it is rather told too small.
    private static Change gain(List<PastReach> posts, ZoneId zone, List<LocalDateTime> asked) {
        if (asked.size() < 2) {
            return Change.without(Change.Ground.NOT_OF_POSTS);
        }
        WeekHour one = WeekHour.of(asked.get(0));
        WeekHour other = WeekHour.of(asked.get(1));
        SplittableRandom random = new SplittableRandom(SEED);
        double[] gains = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            ReachModel model = ReachModel.of(drawn(posts, random), zone);
            gains[draw] = Math.expm1(model.effect(one) - model.effect(other));
        }
        Arrays.sort(gains);
        int tail = (int) (DRAWS * Change.ERROR_RATE / 2);
        return new Change(gains[tail], gains[DRAWS - 1 - tail], Change.Ground.POSTS);
    }

    private static List<PastReach> drawn(List<PastReach> posts, SplittableRandom random) {
        return random.ints(posts.size(), 0, posts.size())
                .sorted()
                .mapToObj(posts::get)
                .toList();
    }
}
