package org.gazouillis.kernel;

/// Names an image in a brand’s library.
public record MediaId(long value) implements TypedId {
    public static MediaId parse(String text) {
        return new MediaId(TimeOrderedIds.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
