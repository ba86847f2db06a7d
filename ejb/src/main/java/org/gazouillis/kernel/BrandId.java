package org.gazouillis.kernel;

/// Names a brand.
public record BrandId(long value) implements TypedId {
    public static BrandId parse(String text) {
        return new BrandId(TimeOrderedIds.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
