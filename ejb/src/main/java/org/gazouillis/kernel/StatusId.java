package org.gazouillis.kernel;

/// Names a status on the built-in micro-blog.
public record StatusId(long value) implements TypedId {
    public static StatusId parse(String text) {
        return new StatusId(TimeOrderedIds.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
