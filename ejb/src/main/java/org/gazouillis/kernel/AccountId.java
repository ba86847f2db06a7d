package org.gazouillis.kernel;

/// Names a social account.
public record AccountId(long value) implements TypedId {
    public static AccountId parse(String text) {
        return new AccountId(TimeOrderedIds.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
