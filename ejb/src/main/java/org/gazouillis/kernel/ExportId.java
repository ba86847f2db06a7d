package org.gazouillis.kernel;

/// Names one export that is prepared in the background.
public record ExportId(long value) implements TypedId {
    public static ExportId parse(String text) {
        return new ExportId(TimeOrderedIds.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
