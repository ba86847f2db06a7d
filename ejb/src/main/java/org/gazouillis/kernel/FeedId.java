package org.gazouillis.kernel;

/// Names a calendar feed; its secret is something else.
public record FeedId(long value) implements TypedId {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
