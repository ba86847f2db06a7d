package org.gazouillis.rollup;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// People who join a set, by their numbers: a plain list while they come, since most cells get but a few,
/// and at the end what is stored.
final class Joining {
    private static final int FEW = 4;

    private int[] numbers = new int[FEW];
    private int many;
    private byte[] bytes = {};
    private int size;
    private float error;

    /// Some may come twice.
    void add(int person) {
        if (many == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * many);
        }
        numbers[many++] = person;
    }

    /// Unites those who join, who are all by now, with those who are stored. Only the bytes are kept: a
    /// step that touches every post of a busy year would else hold all their sets at once, twice.
    ///
    /// @param known          null when nothing is stored
    /// @param mostExactBytes above which the set becomes a sketch
    void unite(byte @Nullable [] known, int mostExactBytes) {
        PeopleSet set = PeopleSet.read(known);
        Arrays.sort(numbers, 0, many);
        set.add(Arrays.copyOf(numbers, many));
        set.condense(mostExactBytes);
        bytes = set.toBytes();
        size = (int) set.size();
        error = (float) set.standardError();
        numbers = new int[0];
    }

    /// As [PeopleSet#toBytes] says; so with the two others, once the set is united.
    byte[] bytes() {
        return bytes;
    }

    int size() {
        return size;
    }

    float error() {
        return error;
    }
}
