package org.gazouillis.dashboard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.SplittableRandom;

/// Which clusters the draws of a [Resampling] take, with replacement: of so many always the same ones, so that the same
/// figures have the same interval. What was picked last is kept, for to pick takes longer than to add up.
final class Picks {
    /// A cluster's number is a byte.
    static final int MOST_CLUSTERS = 256;

    private static final long SEED = 20_261_126;
    private static final long MOST_BYTES = 16L << 20;
    private static final Cache<Key, byte[]> KEPT = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Key _, byte[] picked) -> picked.length)
            .build();

    private Picks() {}

    private record Key(int clusters, int draws, int stream) {}

    /// @param stream tells independent samples apart
    /// @return draw after draw as many clusters as there are; nobody may write to it
    static byte[] of(int clusters, int draws, int stream) {
        return KEPT.get(new Key(clusters, draws, stream), Picks::pick);
    }

    private static byte[] pick(Key key) {
        if (key.clusters() > MOST_CLUSTERS) {
            throw new IllegalArgumentException(key.clusters() + " clusters are more than a byte counts");
        }
        SplittableRandom random = new SplittableRandom(SEED + key.stream());
        byte[] picked = new byte[key.draws() * key.clusters()];
        for (int place = 0; place < picked.length; place++) {
            picked[place] = (byte) random.nextInt(key.clusters());
        }
        return picked;
    }
}
