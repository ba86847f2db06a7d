package org.gazouillis.kernel;

/// Names a run that plans the posts of one file.
public record BulkId(long value) implements TypedId {
    public static BulkId parse(String text) {
        return new BulkId(TimeOrderedIds.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
