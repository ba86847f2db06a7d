package org.gazouillis.kernel;

/// Names a run that reads a foreign file.
public record ImportId(long value) implements TypedId {
    public static ImportId parse(String text) {
        return new ImportId(TimeOrderedIds.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
