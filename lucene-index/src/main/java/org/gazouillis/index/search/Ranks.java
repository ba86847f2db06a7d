package org.gazouillis.index.search;

import java.util.Arrays;

/// The best documents of one segment, each with its engagement as one number: the higher, the earlier it stands.
final class Ranks {

    private final int most;
    /// Twice as many as are wanted: sorted and halved when it is full, which costs less than keeping them in order.
    private final long[] kept;

    private int size;
    private long floor;

    /// @param most how many are kept
    /// @param least less engagement is of no interest
    Ranks(int most, int least) {
        this.most = most;
        this.kept = new long[2 * most];
        this.floor = of(least, Integer.MAX_VALUE) - 1;
    }

    static long of(int engagement, int doc) {
        return (long) engagement << 32 | (Integer.MAX_VALUE - doc);
    }

    static int engagement(long rank) {
        return (int) (rank >>> 32);
    }

    static int document(long rank) {
        return Integer.MAX_VALUE - (int) rank;
    }

    /// Only what is higher need be offered.
    long floor() {
        return floor;
    }

    void offer(long rank) {
        kept[size++] = rank;
        if (size == kept.length) {
            halve();
        }
    }

    private void halve() {
        Arrays.sort(kept, 0, size);
        System.arraycopy(kept, size - most, kept, 0, most);
        size = most;
        floor = kept[0];
    }

    /// Engagement of the best, in no order.
    int[] engagements() {
        if (size > most) {
            halve();
        }
        return Arrays.stream(kept, 0, size).mapToInt(rank -> engagement(rank)).toArray();
    }

    /// Those with so much engagement at least, in the order of their documents.
    long[] byDocument(int least) {
        return Arrays.stream(kept, 0, size)
                .filter(rank -> engagement(rank) >= least)
                .map(Ranks::turned)
                .sorted()
                .map(Ranks::turned)
                .toArray();
    }

    /// The document before the engagement, and back again.
    private static long turned(long rank) {
        return (long) document(rank) << 32 | (Integer.MAX_VALUE - engagement(rank));
    }
}
