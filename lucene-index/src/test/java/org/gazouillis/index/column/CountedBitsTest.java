package org.gazouillis.index.column;

import java.util.Random;
import org.apache.lucene.util.FixedBitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CountedBitsTest {
    private final Random random = new Random(11);

    @ParameterizedTest
    @ValueSource(ints = {1, 63, 511, 512, 513, 1_024, 5_000})
    void countsWhatABitByBitCountFindsBetweenAnyTwoDocuments(int length) {
        FixedBitSet bits = some(length);
        CountedBits counted = CountedBits.of(bits);
        for (int turn = 0; turn < 500; turn++) {
            int from = random.nextInt(length + 1);
            int to = from + random.nextInt(length - from + 1);
            int plain = 0;
            for (int doc = from; doc < to; doc++) {
                plain += bits.get(doc) ? 1 : 0;
            }
            assertThat(counted.upTo(to) - counted.upTo(from))
                    .as("[%d, %d)", from, to)
                    .isEqualTo(plain);
        }
        assertThat(counted.upTo(length)).isEqualTo(bits.cardinality());
    }

    @Test
    void whatIsDeletedIsOutAndWhatIsDeletedLaterToo() {
        FixedBitSet bits = some(2_000);
        CountedBits counted = CountedBits.of(bits);
        assertThat(counted.alive(null)).isSameAs(counted);
        for (int deletions = 0; deletions < 3; deletions++) {
            FixedBitSet live = some(2_000);
            CountedBits alive = counted.alive(live.asReadOnlyBits());
            FixedBitSet both = bits.clone();
            both.and(live);
            assertThat(alive.bits()).isEqualTo(both);
            assertThat(alive.upTo(2_000)).isEqualTo(both.cardinality());
        }
        assertThat(counted.upTo(2_000)).isEqualTo(bits.cardinality());
    }

    private FixedBitSet some(int length) {
        var bits = new FixedBitSet(length);
        for (int doc = 0; doc < length; doc++) {
            if (random.nextInt(3) > 0) {
                bits.set(doc);
            }
        }
        return bits;
    }
}
