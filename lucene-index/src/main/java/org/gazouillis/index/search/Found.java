package org.gazouillis.index.search;

/// A match and where it stands in the order of hits.
///
/// @param doc its number in a reader of Lucene, of no meaning in another one or elsewhere
/// @param key by which it is ordered, the higher the earlier: nothing (0), bits of a score, or engagement
/// @param created milliseconds since 1970
public record Found(int doc, long key, long created, long id) implements Comparable<Found> {

    /// Before everything that there is.
    public static final Found NOTHING_YET = new Found(-1, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);

    /// The one to be shown first is the smaller.
    @Override
    public int compareTo(Found other) {
        int byKey = Long.compare(other.key, key);
        int byTime = byKey == 0 ? Long.compare(other.created, created) : byKey;
        return byTime == 0 ? Long.compare(other.id, id) : byTime;
    }

    /// The same, ordered by another key.
    Found keyed(long other) {
        return new Found(doc, other, created, id);
    }

    boolean isBefore(Found other) {
        return compareTo(other) < 0;
    }
}
