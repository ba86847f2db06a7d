package org.gazouillis.kernel;

/// Names an address to which a member has notices sent.
public record HookId(long value) implements TypedId {
    public static HookId parse(String text) {
        return new HookId(TimeOrderedIds.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
