package org.gazouillis.dashboard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    /// What each draw came to.
    private final Totals[] draws;

    private Resampling(Totals[] draws) {
        this.draws = draws;
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
            return new Resampling(new Totals[0]);
        }
        List<Tally> clusters = new ArrayList<>(heaps(posts));
        clusters.addAll(beyond);
        long[][] numbers = clusters.stream().map(Tally::toArray).toArray(long[][]::new);
        int[] told = told(numbers);
        long[] flat = flat(numbers, told);
        byte[] picks = Picks.of(clusters.size(), draws, stream);
        Totals[] drawn = new Totals[draws];
        for (int draw = 0; draw < draws; draw++) {
            long[] sum = draw(flat, told.length, picks, draw * clusters.size(), clusters.size());
            long[] all = new long[numbers[0].length];
            for (int number = 0; number < told.length; number++) {
                all[told[number]] = sum[number];
            }
            drawn[draw] = new Totals(Tally.of(all), Crowd.NOBODY, posts.size(), null);
        }
        return new Resampling(drawn);
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

    /// Those numbers alone, cluster after cluster.
    private static long[] flat(long[][] clusters, int[] told) {
        return Arrays.stream(clusters)
                .flatMapToLong(cluster -> Arrays.stream(told).mapToLong(number -> cluster[number]))
                .toArray();
    }

    private static long[] draw(long[] flat, int width, byte[] picks, int from, int clusters) {
        long[] sum = new long[width];
        for (int place = from; place < from + clusters; place++) {
            int cluster = Byte.toUnsignedInt(picks[place]) * width;
            for (int number = 0; number < width; number++) {
                sum[number] += flat[cluster + number];
            }
        }
        return sum;
    }

    /// NaN when nothing can be divided.
    private double value(Measure measure, int draw) {
        Number value = measure.of(draws[draw]).value();
        return value == null ? Double.NaN : value.doubleValue();
    }
}
