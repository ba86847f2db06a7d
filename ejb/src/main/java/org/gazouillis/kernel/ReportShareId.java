package org.gazouillis.kernel;

/// Names a link that shows a report's run to whoever has it.
public record ReportShareId(long value) implements TypedId {
    public static ReportShareId parse(String text) {
        return new ReportShareId(TimeOrderedIds.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
