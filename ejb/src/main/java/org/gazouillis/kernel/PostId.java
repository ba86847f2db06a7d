package org.gazouillis.kernel;

/// Names a post.
public record PostId(long value) implements TypedId {
    public static PostId parse(String text) {
        return new PostId(TimeOrderedIds.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
