package org.gazouillis.kernel;

/// Names a crisis stop.
public record FenceId(long value) implements TypedId {
    public static FenceId parse(String text) {
        return new FenceId(TimeOrderedIds.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
