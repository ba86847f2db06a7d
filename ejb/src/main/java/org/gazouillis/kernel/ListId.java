package org.gazouillis.kernel;

/// Names a list of profiles.
public record ListId(long value) implements TypedId {
    public static ListId parse(String text) {
        return new ListId(TimeOrderedIds.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
