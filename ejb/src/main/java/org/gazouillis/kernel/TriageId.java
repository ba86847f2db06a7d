package org.gazouillis.kernel;

/// Names one deed of triage.
public record TriageId(long value) implements TypedId {
    public static TriageId parse(String text) {
        return new TriageId(TimeOrderedIds.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
