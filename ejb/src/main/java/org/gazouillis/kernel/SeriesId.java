package org.gazouillis.kernel;

/// Names a recurring series.
public record SeriesId(long value) implements TypedId {
    public static SeriesId parse(String text) {
        return new SeriesId(TimeOrderedIds.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
