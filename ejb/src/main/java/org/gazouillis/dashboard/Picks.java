package org.gazouillis.dashboard;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/// Which clusters the draws of a [Resampling] take, with replacement: of so many always the same ones, so that the same
/// figures have the same interval. What was picked last is kept, for to pick takes longer than to add up.
final class Picks {
    /// A cluster's number is a byte.
    static final int MOST_CLUSTERS = 256;

    private static final long SEED = 20_261_126;
    private static final int MOST_KEPT = 64;
    private static final int MOST_KEPT_BYTES = 1 << 18;
    private static final Map<Key, byte[]> KEPT = new LinkedHashMap<>(16, 0.75f, true);

    private Picks() {}

    private record Key(int clusters, int draws, int stream) {}

    /// @param stream tells independent samples apart
    /// @return draw after draw as many clusters as there are; nobody may write to it
    static byte[] of(int clusters, int draws, int stream) {
        Key key = new Key(clusters, draws, stream);
        synchronized (KEPT) {
            byte[] known = KEPT.get(key);
            if (known != null) {
                return known;
            }
        }
        byte[] picked = pick(key);
        if (picked.length <= MOST_KEPT_BYTES) {
            keep(key, picked);
        }
        return picked;
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

    private static void keep(Key key, byte[] picked) {
        synchronized (KEPT) {
            KEPT.put(key, picked);
            if (KEPT.size() > MOST_KEPT) {
                KEPT.remove(KEPT.keySet().iterator().next());
            }
        }
    }
}
