package org.gazouillis.rollup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.datasketches.hll.HllSketch;
import org.apache.datasketches.hll.HllUnion;
import org.apache.datasketches.hll.TgtHllType;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/// A set of people by their dense numbers. Not thread-safe.
///
/// It is exact while it is small: a Roaring bitmap in its portable format, about 2 bytes per person in small sets and 1
/// bit in crowded ones. One that would be stored in more than [#MOST_EXACT_BYTES] becomes a HyperLogLog sketch of 4,096
/// registers (2 kB), whose count errs by about 1.3 % (one standard deviation), and never turns back; a union in which
/// one part is a sketch is a sketch. [#standardError] tells which it is.
public final class PeopleSet {
    /// About 260,000 of 500,000 people.
    public static final int MOST_EXACT_BYTES = 65_536;

    private static final int LG_REGISTERS = 12;
    /// A stored bitmap begins with 58 or 59 (the low byte of Roaring's cookie), a sketch with the 2 to 10 ints of its
    /// preamble.
    private static final int FIRST_BYTE_OF_BITMAP = 58;

    private final RoaringBitmap numbers;
    private @Nullable HllUnion sketch;

    private PeopleSet(RoaringBitmap numbers, @Nullable HllUnion sketch) {
        this.numbers = numbers;
        this.sketch = sketch;
    }

    public static PeopleSet empty() {
        return new PeopleSet(new RoaringBitmap(), null);
    }

    /// @param stored what [#toBytes] gave; null is the empty set
    public static PeopleSet read(byte @Nullable [] stored) {
        PeopleSet read = empty();
        if (stored != null) {
            read.addStored(stored);
        }
        return read;
    }

    /// Unites this set with a stored one.
    ///
    /// @param stored what [#toBytes] gave; null is the empty set
    public void addAll(byte @Nullable [] stored) {
        if (stored != null) {
            addAll(read(stored));
        }
    }

    public void add(int... people) {
        if (sketch == null) {
            numbers.add(people);
        } else {
            for (int person : people) {
                sketch.update((long) person);
            }
        }
    }

    public void addAll(PeopleSet others) {
        if (others.sketch != null) {
            sketch().update(others.sketch.getResult(TgtHllType.HLL_8));
        } else if (sketch == null) {
            numbers.or(others.numbers);
        } else {
            feed(sketch, others.numbers);
        }
    }

    public long size() {
        return sketch == null ? numbers.getCardinality() : Math.round(sketch.getEstimate());
    }

    /// By which share [#size] may err, one standard deviation: 0 when the set is exact, else about 0.013 to 0.016.
    public double standardError() {
        if (sketch == null) {
            return 0;
        }
        double estimate = sketch.getEstimate();
        return (sketch.getUpperBound(1) - sketch.getLowerBound(1)) / (2 * estimate);
    }

    /// Becomes a sketch if it would be stored in more bytes than these.
    void condense(int mostExactBytes) {
        numbers.runOptimize();
        if (sketch == null && numbers.serializedSizeInBytes() > mostExactBytes) {
            sketch();
        }
    }

    public byte[] toBytes() {
        if (sketch != null) {
            return sketch.getResult(TgtHllType.HLL_4).toCompactByteArray();
        }
        ByteBuffer bytes = ByteBuffer.allocate(numbers.serializedSizeInBytes());
        numbers.serialize(bytes);
        return bytes.array();
    }

    private void addStored(byte[] stored) {
        if (stored[0] < FIRST_BYTE_OF_BITMAP) {
            sketch().update(HllSketch.heapify(stored));
            return;
        }
        try {
            numbers.deserialize(ByteBuffer.wrap(stored));
        } catch (IOException torn) {
            throw new UncheckedIOException("A stored set of people cannot be read", torn);
        }
    }

    private HllUnion sketch() {
        HllUnion known = sketch;
        if (known == null) {
            known = new HllUnion(LG_REGISTERS);
            feed(known, numbers);
            numbers.clear();
            sketch = known;
        }
        return known;
    }

    private static void feed(HllUnion sketch, RoaringBitmap numbers) {
        numbers.forEach((int person) -> sketch.update((long) person));
    }
}
