package org.gazouillis.dashboard;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

/// What a post may be expected to reach, as `log(1 + people)`: a level, plus when readers are there
/// ([AudienceClock#pull]), plus what posts of such an hour had beyond that.
///
/// The level follows the posts by exponential smoothing in time (Wright, Forecasting data published at irregular
/// time intervals, Management Science 32, 1986), so that growth is followed and an old post is forgotten. What an
/// hour has beyond is the kernel mean of Nadaraya and Watson (1964) over the week, shrunken towards nothing as if
/// [#PRIOR_POSTS] posts had shown nothing (Efron and Morris 1975).
final class ReachModel {
    private static final double PRIOR_POSTS = 2;
    private static final double HALF_LIFE_DAYS = 30;

    private final List<PastReach> posts;
    private final int[] hours;
    private final AudienceClock clock;
    private final double[] beyond;
    private final double level;

    private ReachModel(List<PastReach> posts, ZoneId zone) {
        this.posts = posts;
        hours = posts.stream()
                .mapToInt(post -> WeekHour.of(post.at(), zone).number())
                .toArray();
        clock = AudienceClock.of(posts, zone);
        double[] rest = less(clock::pull);
        double[] trend = trend(rest);
        beyond = new double[rest.length];
        Arrays.setAll(beyond, post -> rest[post] - trend[post]);
        double[] last = forward(less(this::effect));
        level = last[last.length - 1];
    }

    /// @param posts in the order of time, at least one
    static ReachModel of(List<PastReach> posts, ZoneId zone) {
        return new ReachModel(posts, zone);
    }

    double expected(WeekHour hour) {
        return level + effect(hour);
    }

    /// What this hour does to a post.
    double effect(WeekHour hour) {
        double sum = 0;
        double weight = PRIOR_POSTS;
        for (int post = 0; post < hours.length; post++) {
            double likeness = hour.likeness(new WeekHour(hours[post]));
            sum += likeness * beyond[post];
            weight += likeness;
        }
        return clock.pull(hour) + sum / weight;
    }

    private interface OfHour {
        double of(WeekHour hour);
    }

    private double[] less(OfHour known) {
        double[] byHour = new double[WeekHour.COUNT];
        Arrays.fill(byHour, Double.NaN);
        double[] rest = new double[hours.length];
        for (int post = 0; post < rest.length; post++) {
            int hour = hours[post];
            if (Double.isNaN(byHour[hour])) {
                byHour[hour] = known.of(new WeekHour(hour));
            }
            rest[post] = posts.get(post).size() - byHour[hour];
        }
        return rest;
    }

    /// The level around each post, from those before and after it.
    private double[] trend(double[] values) {
        double[] sums = new double[values.length];
        double[] weights = new double[values.length];
        sweep(values, sums, weights, 1);
        sweep(values, sums, weights, -1);
        // Each post was swept over twice and counts once.
        double[] trend = new double[values.length];
        Arrays.setAll(trend, post -> (sums[post] - values[post]) / (weights[post] - 1));
        return trend;
    }

    /// The level that was known when each post had been seen.
    private double[] forward(double[] values) {
        double[] sums = new double[values.length];
        double[] weights = new double[values.length];
        sweep(values, sums, weights, 1);
        double[] level = new double[values.length];
        Arrays.setAll(level, post -> sums[post] / weights[post]);
        return level;
    }

    private void sweep(double[] values, double[] sums, double[] weights, int step) {
        double sum = 0;
        double weight = 0;
        int first = step > 0 ? 0 : values.length - 1;
        for (int post = first; post >= 0 && post < values.length; post += step) {
            double kept = post == first ? 0 : kept(post - step, post);
            sum = sum * kept + values[post];
            weight = weight * kept + 1;
            sums[post] += sum;
            weights[post] += weight;
        }
    }

    private double kept(int one, int other) {
        Duration apart =
                Duration.between(posts.get(one).at(), posts.get(other).at()).abs();
        return Math.pow(
                2, -apart.toSeconds() / (HALF_LIFE_DAYS * Duration.ofDays(1).toSeconds()));
    }
}
