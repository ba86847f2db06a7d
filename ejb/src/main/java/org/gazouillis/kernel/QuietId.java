package org.gazouillis.kernel;

/// Names a quiet period.
public record QuietId(long value) implements TypedId {
    public static QuietId parse(String text) {
        return new QuietId(TimeOrderedIds.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
