package org.gazouillis.kernel;

/// Names one run of a report, with its figures and files.
public record ReportRunId(long value) implements TypedId {
    public static ReportRunId parse(String text) {
        return new ReportRunId(TimeOrderedIds.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
