package org.gazouillis.kernel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Makes 64-bit ids whose order is the order of time: 48 bits of milliseconds since 1970, 6 bits of node, 10 bits
/// of sequence. The same eight bytes serve as primary key, timeline cursor and sort key of the index.
///
/// Within one node ids are unique and increasing, also when the clock stands still or steps back; at more than
/// 1,024 ids in a millisecond the next milliseconds are used up in advance. Thread-safe.
public final class TimeOrderedIds {
    public static final int MAX_NODE = 63;
    private static final int SEQUENCE_BITS = 10;
    private static final int TIME_SHIFT = 16;
    private static final long SEQUENCES = 1L << SEQUENCE_BITS;
    private static final long MOST_AHEAD_MILLIS = Duration.ofDays(1).toMillis();

    private final Clock clock;
    private final long nodeBits;
    /// Milliseconds × 1,024 + sequence of the next free id.
    private long nextFree;

    public TimeOrderedIds(Clock clock, int node) {
        if (node < 0 || node > MAX_NODE) {
            throw new IllegalArgumentException("node must lie between 0 and " + MAX_NODE + " but is " + node);
        }
        this.clock = clock;
        this.nodeBits = (long) node << SEQUENCE_BITS;
    }

    /// Goes on behind this id, made by an earlier run, although the clock may have been put back since. One from more
    /// than a day ahead is a mistake of another clock, which is not carried on: its time does not come again soon.
    public synchronized void startBehind(long id) {
        long now = clock.millis();
        long made = id >> TIME_SHIFT;
        if (made >= now && made < now + MOST_AHEAD_MILLIS) {
            nextFree = Math.max(nextFree, (made + 1) << SEQUENCE_BITS);
        }
    }

    public long next() {
        return reserve(1);
    }

    /// Reserves `count` ids and returns the first; the SQL function `id_plus(first, n)` and [#plus] give the others.
    public synchronized long reserve(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("at least one id must be reserved, not " + count);
        }
        long first = Math.max(nextFree, clock.millis() << SEQUENCE_BITS);
        nextFree = first + count;
        return compose(first);
    }

    /// The n-th id (0 = the first) of a block that [#reserve] returned.
    public static long plus(long first, long n) {
        long ticks = ((first >> TIME_SHIFT) << SEQUENCE_BITS) + (first & (SEQUENCES - 1)) + n;
        return ((ticks >> SEQUENCE_BITS) << TIME_SHIFT) | (first & 0xFC00) | (ticks & (SEQUENCES - 1));
    }

    /// The smallest id that could have been made at this instant: a bound for range queries and a base for
    /// back-dated rows.
    public static long floor(Instant at) {
        return at.toEpochMilli() << TIME_SHIFT;
    }

    public static Instant timeOf(long id) {
        return Instant.ofEpochMilli(id >> TIME_SHIFT);
    }

    /// Reads the decimal text of an id.
    ///
    /// @throws MalformedId when it is not a positive 64-bit number
    public static long parse(String text) {
        try {
            long id = Long.parseLong(text);
            if (id > 0) {
                return id;
            }
        } catch (NumberFormatException notANumber) {
            throw new MalformedId(text);
        }
        throw new MalformedId(text);
    }

    private long compose(long ticks) {
        return ((ticks >> SEQUENCE_BITS) << TIME_SHIFT) | nodeBits | (ticks & (SEQUENCES - 1));
    }
}
