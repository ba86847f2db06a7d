package org.gazouillis.kernel;

/// Names a member.
public record MemberId(long value) implements TypedId {
    public static MemberId parse(String text) {
        return new MemberId(TimeOrderedIds.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
