package org.gazouillis.kernel;

/// Names a kept view of Explore.
public record SavedViewId(long value) implements TypedId {
    public static SavedViewId parse(String text) {
        return new SavedViewId(TimeOrderedIds.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
