package org.gazouillis.kernel;

/// Names a file of holidays or own events.
public record AlmanacId(long value) implements TypedId {
    public static AlmanacId parse(String text) {
        return new AlmanacId(TimeOrderedIds.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
