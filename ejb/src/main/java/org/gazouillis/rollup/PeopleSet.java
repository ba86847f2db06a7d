package org.gazouillis.rollup;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/// An exact set of people by their dense numbers, stored as a Roaring bitmap in its portable format: about 2 bytes
/// per person in small sets and 1 bit in crowded ones. Not thread-safe.
public final class PeopleSet {
    private final RoaringBitmap numbers;

    private PeopleSet(RoaringBitmap numbers) {
        this.numbers = numbers;
    }

    public static PeopleSet empty() {
        return new PeopleSet(new RoaringBitmap());
    }

    /// @param stored what [#toBytes] gave; null is the empty set
    public static PeopleSet read(byte @Nullable [] stored) {
        RoaringBitmap numbers = new RoaringBitmap();
        if (stored != null) {
            try {
                numbers.deserialize(ByteBuffer.wrap(stored));
            } catch (IOException torn) {
                throw new UncheckedIOException("A stored set of people cannot be read", torn);
            }
        }
        return new PeopleSet(numbers);
    }

    public void add(int... people) {
        numbers.add(people);
    }

    public void addAll(PeopleSet others) {
        numbers.or(others.numbers);
    }

    public int size() {
        return numbers.getCardinality();
    }

    public byte[] toBytes() {
        numbers.runOptimize();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(numbers.serializedSizeInBytes());
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            numbers.serialize(out);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }
}
