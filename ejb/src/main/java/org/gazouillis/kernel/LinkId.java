package org.gazouillis.kernel;

/// Names a short link.
public record LinkId(long value) implements TypedId {
    public static LinkId parse(String text) {
        return new LinkId(TimeOrderedIds.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
