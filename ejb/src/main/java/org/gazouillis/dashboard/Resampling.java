package org.gazouillis.dashboard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.gazouillis.rollup.Crowd;
import org.gazouillis.rollup.Measure;
import org.gazouillis.rollup.Tally;
import org.gazouillis.rollup.Totals;

/// The cluster bootstrap: what would the figures have been, had other posts of the same kind been published? Posts are
/// drawn with replacement, since the events of one post are not independent of each other, and the middle of what
/// comes out is the interval. The same figures always give the same interval.
///
/// More than [#MOST_CLUSTERS] posts are first dealt into so many heaps, and the heaps are drawn. What the whole has
/// beyond its posts (clicks on links that stand in none, above all) is one more cluster: nobody knows of how many
/// independent sources it is, so it comes as one or not at all, and the interval is rather too wide than too narrow.
final class Resampling {
    /// With fewer posts the interval would be narrower than the truth.
    static final int FEWEST_POSTS = 8;

    private static final int MOST_CLUSTERS = 200;
    private static final long SEED = 20_261_126;

    /// Of each draw the numbers of its tally.
    private final long[][] draws;
    private final int posts;

    private Resampling(long[][] draws, int posts) {
        this.draws = draws;
        this.posts = posts;
    }

    /// Of figures that are nothing but those of the posts.
    static Resampling of(List<Tally> posts, int draws, int stream) {
        return of(posts, List.of(), draws, stream);
    }

    /// @param whole what the figure is made of that the interval is for
    /// @param stream tells independent samples apart
    static Resampling of(List<Tally> posts, Tally whole, int draws, int stream) {
        Tally beyond = whole.minus(Tally.sum(posts));
        return of(posts, beyond.equals(Tally.NONE) ? List.of() : List.of(beyond), draws, stream);
    }

    private static Resampling of(List<Tally> posts, List<Tally> beyond, int draws, int stream) {
        if (posts.size() < FEWEST_POSTS) {
            return new Resampling(new long[0][], posts.size());
        }
        List<Tally> clusters = new ArrayList<>(heaps(posts));
        clusters.addAll(beyond);
        SplittableRandom random = new SplittableRandom(SEED + stream);
        long[][] numbers = clusters.stream().map(Tally::toArray).toArray(long[][]::new);
        int[] told = told(numbers);
        long[][] drawn = new long[draws][];
        Arrays.setAll(drawn, _ -> draw(numbers, told, random));
        return new Resampling(drawn, posts.size());
    }

    /// The interval of this sample's value less the other's.
    Change difference(Measure measure, Resampling other) {
        return draws.length == 0 || other.draws.length == 0
                ? Change.without(Change.Ground.TOO_FEW)
                : interval(draw -> value(measure, draw) - other.value(measure, draw), Change.ERROR_RATE);
    }

    /// The interval of this sample's value less a fixed one.
    Change difference(Measure measure, double fixed, double errorRate) {
        return interval(draw -> value(measure, draw) - fixed, errorRate);
    }

    private Change interval(IntToDoubleFunction ofDraw, double errorRate) {
        double[] differences = new double[draws.length];
        Arrays.setAll(differences, ofDraw);
        if (differences.length == 0 || Arrays.stream(differences).anyMatch(Double::isNaN)) {
            return Change.without(Change.Ground.TOO_FEW);
        }
        int tail = (int) (differences.length * errorRate / 2);
        double low = lowest(differences, tail, 1);
        double high = -lowest(differences, tail, -1);
        return new Change(low, high, Change.Ground.POSTS);
    }

    /// The one that would stand in that place, were they sorted. The place is near the front: all are compared with the
    /// greatest of the few before it, and seldom is one less.
    ///
    /// @param sign -1 looks from the other end
    private static double lowest(double[] values, int place, int sign) {
        double[] few = new double[place + 1];
        Arrays.fill(few, Double.POSITIVE_INFINITY);
        for (double each : values) {
            double value = sign * each;
            if (value < few[place]) {
                int at = place;
                for (; at > 0 && few[at - 1] > value; at--) {
                    few[at] = few[at - 1];
                }
                few[at] = value;
            }
        }
        return few[place];
    }

    private static List<Tally> heaps(List<Tally> posts) {
        if (posts.size() <= MOST_CLUSTERS) {
            return posts;
        }
        Tally[] heaps = new Tally[MOST_CLUSTERS];
        Arrays.fill(heaps, Tally.NONE);
        for (int post = 0; post < posts.size(); post++) {
            heaps[post % MOST_CLUSTERS] = heaps[post % MOST_CLUSTERS].plus(posts.get(post));
        }
        return List.of(heaps);
    }

    /// The numbers that are not 0 everywhere: most kinds of events are rare.
    private static int[] told(long[][] heaps) {
        return IntStream.range(0, heaps[0].length)
                .filter(number -> Arrays.stream(heaps).anyMatch(heap -> heap[number] != 0))
                .toArray();
    }

    private static long[] draw(long[][] heaps, int[] told, SplittableRandom random) {
        long[] sum = new long[heaps[0].length];
        for (int i = 0; i < heaps.length; i++) {
            long[] heap = heaps[random.nextInt(heaps.length)];
            for (int number : told) {
                sum[number] += heap[number];
            }
        }
        return sum;
    }

    /// NaN when nothing can be divided.
    private double value(Measure measure, int draw) {
        Number value = measure.of(new Totals(Tally.of(draws[draw]), Crowd.NOBODY, posts, null))
                .value();
        return value == null ? Double.NaN : value.doubleValue();
    }
}
