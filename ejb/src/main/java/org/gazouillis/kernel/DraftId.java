package org.gazouillis.kernel;

/// Names a draft: what somebody is writing and has not sent.
public record DraftId(long value) implements TypedId {
    public static DraftId parse(String text) {
        return new DraftId(TimeOrderedIds.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
