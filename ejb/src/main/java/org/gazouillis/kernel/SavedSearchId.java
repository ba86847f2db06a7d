package org.gazouillis.kernel;

/// Names a kept search.
public record SavedSearchId(long value) implements TypedId {
    public static SavedSearchId parse(String text) {
        return new SavedSearchId(TimeOrderedIds.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
