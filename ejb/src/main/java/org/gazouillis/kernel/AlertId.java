package org.gazouillis.kernel;

/// Names that a member watches a search.
public record AlertId(long value) implements TypedId {
    public static AlertId parse(String text) {
        return new AlertId(TimeOrderedIds.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
