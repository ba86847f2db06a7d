package org.gazouillis.kernel;

/// Names a report: what shall stand in it, not one of its runs.
public record ReportId(long value) implements TypedId {
    public static ReportId parse(String text) {
        return new ReportId(TimeOrderedIds.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
