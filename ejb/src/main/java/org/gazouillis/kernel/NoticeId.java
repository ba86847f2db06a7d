package org.gazouillis.kernel;

/// Names a notice.
public record NoticeId(long value) implements TypedId {
    public static NoticeId parse(String text) {
        return new NoticeId(TimeOrderedIds.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
