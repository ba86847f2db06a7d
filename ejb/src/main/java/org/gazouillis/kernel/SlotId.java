package org.gazouillis.kernel;

/// Names a time in the week of an account's queue.
public record SlotId(long value) implements TypedId {
    public static SlotId parse(String text) {
        return new SlotId(TimeOrderedIds.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
