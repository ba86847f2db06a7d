package org.gazouillis.dashboard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Arrays;
import java.util.SplittableRandom;

/// How often the draws of a [Resampling] take each cluster, with replacement: of so many always the same, so that the
/// same figures have the same interval. What was picked last is kept, for to pick takes longer than to add up.
///
/// @param times for each cluster how often each draw takes it, draw after draw: so the processor adds to eight draws at
///     a time
record Picks(int clusters, int draws, byte[] times) {
    /// How often a draw takes a cluster is a byte; it takes none of so many half the time.
    private static final int MOST_CLUSTERS = 2 * Byte.MAX_VALUE;

    private static final long SEED = 20_261_126;
    private static final long MOST_BYTES = 16L << 20;
    private static final Cache<Key, Picks> KEPT = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Key _, Picks picks) -> picks.times.length)
            .build();

    private record Key(int clusters, int draws, int stream) {}

    /// @param stream tells independent samples apart
    static Picks of(int clusters, int draws, int stream) {
        return KEPT.get(new Key(clusters, draws, stream), Picks::pick);
    }

    private static Picks pick(Key key) {
        if (key.clusters() > MOST_CLUSTERS) {
            throw new IllegalArgumentException(key.clusters() + " clusters are too many for " + MOST_CLUSTERS);
        }
        SplittableRandom random = new SplittableRandom(SEED + key.stream());
        byte[] times = new byte[key.draws() * key.clusters()];
        for (int draw = 0; draw < key.draws(); draw++) {
            for (int place = 0; place < key.clusters(); place++) {
                times[random.nextInt(key.clusters()) * key.draws() + draw]++;
            }
        }
        return new Picks(key.clusters(), key.draws(), times);
    }

    /// For each draw the sum of the numbers of the clusters that it takes, and `beside`.
    long[] sums(long[] numbers, long beside) {
        long[] sums = new long[draws];
        Arrays.fill(sums, beside);
        for (int cluster = 0; cluster < clusters; cluster++) {
            if (numbers[cluster] != 0) {
                add(cluster * draws, numbers[cluster], sums);
            }
        }
        return sums;
    }

    private void add(int from, long number, long[] sums) {
        for (int draw = 0; draw < sums.length; draw++) {
            sums[draw] += times[from + draw] * number;
        }
    }
}
