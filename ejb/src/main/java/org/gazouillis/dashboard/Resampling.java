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

    private final List<Totals> draws;

    private Resampling(List<Totals> draws) {
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
            return new Resampling(List.of());
        }
        List<Tally> clusters = new ArrayList<>(heaps(posts));
        clusters.addAll(beyond);
        SplittableRandom random = new SplittableRandom(SEED + stream);
        long[][] numbers = clusters.stream().map(Tally::toArray).toArray(long[][]::new);
        List<Totals> drawn = new ArrayList<>(draws);
        for (int draw = 0; draw < draws; draw++) {
            drawn.add(new Totals(draw(numbers, random), Crowd.NOBODY, posts.size(), null));
        }
        return new Resampling(drawn);
    }

    /// The interval of this sample's value less the other's.
    Change difference(Measure measure, Resampling other) {
        return draws.isEmpty() || other.draws.isEmpty()
                ? Change.without(Change.Ground.TOO_FEW)
                : interval(
                        draw -> value(measure, draws.get(draw)) - value(measure, other.draws.get(draw)),
                        Change.ERROR_RATE);
    }

    /// The interval of this sample's value less a fixed one.
    Change difference(Measure measure, double fixed, double errorRate) {
        return interval(draw -> value(measure, draws.get(draw)) - fixed, errorRate);
    }

    private Change interval(IntToDoubleFunction ofDraw, double errorRate) {
        double[] differences =
                IntStream.range(0, draws.size()).mapToDouble(ofDraw).sorted().toArray();
        if (differences.length == 0 || Double.isNaN(differences[differences.length - 1])) {
            return Change.without(Change.Ground.TOO_FEW);
        }
        int tail = (int) (differences.length * errorRate / 2);
        return new Change(differences[tail], differences[differences.length - 1 - tail], Change.Ground.POSTS);
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

    private static Tally draw(long[][] heaps, SplittableRandom random) {
        long[] sum = new long[heaps[0].length];
        for (int i = 0; i < heaps.length; i++) {
            long[] heap = heaps[random.nextInt(heaps.length)];
            for (int number = 0; number < sum.length; number++) {
                sum[number] += heap[number];
            }
        }
        return Tally.of(sum);
    }

    /// NaN when nothing can be divided; such draws are sorted to the end.
    private static double value(Measure measure, Totals totals) {
        Number value = measure.of(totals).value();
        return value == null ? Double.NaN : value.doubleValue();
    }
}
