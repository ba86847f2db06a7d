package org.gazouillis.kernel;

/// Names a profile on the built-in micro-blog.
public record ProfileId(long value) implements TypedId {
    public static ProfileId parse(String text) {
        return new ProfileId(TimeOrderedIds.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
