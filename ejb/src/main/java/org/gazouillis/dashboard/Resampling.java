package org.gazouillis.dashboard;

import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.gazouillis.rollup.Crowd;
import org.gazouillis.rollup.Figure;
import org.gazouillis.rollup.Measure;
import org.gazouillis.rollup.Tally;
import org.gazouillis.rollup.Totals;
import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;

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

    private final List<Tally> clusters;
    private final int posts;
    private final int draws;
    private final int stream;
    /// Measures have numerators and denominators in common: half of them are others' too.
    private final Map<Parts, long[]> sums = new ConcurrentHashMap<>();

    private Resampling(List<Tally> clusters, int posts, int draws, int stream) {
        this.clusters = clusters;
        this.posts = posts;
        this.draws = draws;
        this.stream = stream;
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
            return new Resampling(List.of(), 0, 0, stream);
        }
        List<Tally> clusters = new ArrayList<>(heaps(posts));
        clusters.addAll(beyond);
        return new Resampling(clusters, posts.size(), draws, stream);
    }

    /// The interval of this sample's value less the other's.
    Change difference(Measure measure, Resampling other) {
        double[] differences = values(measure);
        double[] others = other.values(measure);
        if (differences.length != others.length) {
            return Change.without(Change.Ground.TOO_FEW);
        }
        Arrays.setAll(differences, draw -> differences[draw] - others[draw]);
        return interval(differences, Change.ERROR_RATE);
    }

    /// The interval of this sample's value less a fixed one.
    Change difference(Measure measure, double fixed, double errorRate) {
        double[] differences = values(measure);
        Arrays.setAll(differences, draw -> differences[draw] - fixed);
        return interval(differences, errorRate);
    }

    private static Change interval(double[] differences, double errorRate) {
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

    /// What each draw comes to; NaN when nothing can be divided. What a measure is made of are sums over posts, and the
    /// number of posts in some, which is the same in each draw: so the parts are added up rather than the tallies.
    double[] values(Measure measure) {
        double[] values = new double[draws];
        if (draws == 0) {
            return values;
        }
        Picks picks = Picks.of(clusters.size(), draws, stream);
        Figure beside = measure.of(new Totals(Tally.NONE, Crowd.NOBODY, posts, null));
        long[] numerators = sums(picks, measure, Figure::numerator, beside);
        if (beside.denominator() == null) {
            Arrays.setAll(values, draw -> numerators[draw]);
        } else {
            long[] denominators = sums(picks, measure, Figure::denominator, beside);
            Arrays.setAll(
                    values,
                    draw -> denominators[draw] == 0 ? Double.NaN : numerators[draw] / (double) denominators[draw]);
        }
        return values;
    }

    private long[] sums(Picks picks, Measure measure, Function<Figure, @Nullable Long> part, Figure beside) {
        long[] numbers = clusters.stream()
                .map(cluster -> measure.of(new Totals(cluster, Crowd.NOBODY, 0, null)))
                .mapToLong(figure -> requireNonNull(part.apply(figure)))
                .toArray();
        return sums.computeIfAbsent(
                new Parts(LongBuffer.wrap(numbers), requireNonNull(part.apply(beside))),
                parts -> picks.sums(numbers, parts.beside()));
    }

    private record Parts(LongBuffer numbers, long beside) {}
}
