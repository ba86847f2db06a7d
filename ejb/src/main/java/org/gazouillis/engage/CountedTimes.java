package org.gazouillis.engage;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// A map from person, status and kind to the time of the last report that counted, in microseconds; without objects,
/// since there is an entry for each view of the last hour and a half. For one thread.
final class CountedTimes {
    /// Before every time.
    static final long NONE = Long.MIN_VALUE;
    /// Of an entry, when the map has just grown to double.
    static final int MOST_BYTES = 72;
    private static final int SMALLEST = 1 << 10;
    /// A place holds status, person with kind, and time, side by side.
    private static final int WIDTH = 3;

    private long[] places = empty(SMALLEST);
    private int size;

    /// Person and kind in one number.
    static long who(Person person, ReportKind kind) {
        return ((long) kind.ordinal() << 33) | (person.anonymous() ? 1L << 32 : 0) | (person.number() & 0xFFFF_FFFFL);
    }

    int size() {
        return size;
    }

    /// [#NONE] when there is no entry.
    long get(long status, long who) {
        return places[place(status, who) + 2];
    }

    /// The later of two times stays.
    void put(long status, long who, long time) {
        int place = place(status, who);
        if (places[place + 2] == NONE) {
            places[place] = status;
            places[place + 1] = who;
            size++;
        }
        places[place + 2] = Math.max(places[place + 2], time);
        if (size > length() / 3 * 2) {
            rebuild(length() * 2, NONE);
        }
    }

    void putAll(CountedTimes others) {
        others.taken().forEach(place -> put(others.places[place], others.places[place + 1], others.places[place + 2]));
    }

    /// Forgets everything.
    void clear() {
        Arrays.fill(places, NONE);
        size = 0;
    }

    /// Forgets what counted before.
    void forget(long before) {
        long left = times().filter(time -> time >= before).count();
        int length = SMALLEST;
        while (left > length / 3) {
            length *= 2;
        }
        rebuild(length, before);
    }

    /// Half of the entries counted earlier than it.
    long median() {
        long[] sorted = times().sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private int length() {
        return places.length / WIDTH;
    }

    private IntStream taken() {
        return IntStream.range(0, length()).map(slot -> slot * WIDTH).filter(place -> places[place + 2] != NONE);
    }

    private LongStream times() {
        return taken().mapToLong(place -> places[place + 2]);
    }

    /// Its own, or the free one where it would go.
    private int place(long status, long who) {
        long mixed = ((status * 0x9E37_79B9_7F4A_7C15L) ^ who) * 0xC2B2_AE3D_27D4_EB4FL;
        int mask = length() - 1;
        int slot = (int) ((mixed >>> 32) ^ (mixed >>> 13)) & mask;
        int place = slot * WIDTH;
        while (places[place + 2] != NONE && (places[place] != status || places[place + 1] != who)) {
            slot = (slot + 1) & mask;
            place = slot * WIDTH;
        }
        return place;
    }

    private void rebuild(int length, long before) {
        long[] old = places;
        places = empty(length);
        size = 0;
        for (int from = 0; from < old.length; from += WIDTH) {
            if (old[from + 2] != NONE && old[from + 2] >= before) {
                System.arraycopy(old, from, places, place(old[from], old[from + 1]), WIDTH);
                size++;
            }
        }
    }

    private static long[] empty(int length) {
        long[] places = new long[length * WIDTH];
        Arrays.fill(places, NONE);
        return places;
    }
}
