package org.gazouillis.kernel;

/// Names one post to one social account.
public record PublicationId(long value) implements TypedId {
    public static PublicationId parse(String text) {
        return new PublicationId(TimeOrderedIds.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
