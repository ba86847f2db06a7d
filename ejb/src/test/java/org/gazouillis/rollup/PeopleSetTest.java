package org.gazouillis.rollup;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PeopleSetTest {
    @Test
    void aSmallSetIsExactAlsoWhenStored() {
        PeopleSet set = PeopleSet.empty();
        set.add(7, 9, 7);
        PeopleSet read = PeopleSet.read(set.toBytes());
        read.addAll(set);
        assertThat(read.size()).isEqualTo(2);
        assertThat(read.standardError()).isZero();
        assertThat(PeopleSet.read(null).size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void anyUnionOfExactAndSketchedSetsErrsNoMoreThanItSays(long seed) {
        Random random = new Random(seed);
        Set<Integer> truth = new HashSet<>();
        PeopleSet union = PeopleSet.empty();
        for (int part = 0; part < 8; part++) {
            PeopleSet set = PeopleSet.empty();
            int number = random.nextInt(40_000);
            for (int i = 0; i < number; i++) {
                int person = random.nextInt(300_000);
                set.add(person);
                truth.add(person);
            }
            set.condense(part % 2 == 0 ? 1_000 : PeopleSet.MOST_EXACT_BYTES);
            PeopleSet stored = PeopleSet.read(set.toBytes());
            assertThat(stored.size()).isEqualTo(set.size());
            union.addAll(stored);
        }
        assertThat(union.standardError()).isBetween(0.01, 0.02);
        assertThat((double) union.size())
                .isCloseTo(truth.size(), Offset.offset(4 * union.standardError() * truth.size()));
    }

    @Test
    void whatWouldBeStoredInManyBytesBecomesSmall() {
        PeopleSet set = PeopleSet.empty();
        new Random(1).ints(100_000, 0, 5_000_000).forEach(set::add);
        set.condense(PeopleSet.MOST_EXACT_BYTES);
        assertThat(set.toBytes()).hasSizeLessThan(3_000);
    }
}
