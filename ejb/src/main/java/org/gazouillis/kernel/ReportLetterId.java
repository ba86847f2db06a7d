package org.gazouillis.kernel;

/// Names one mail of a report's run to one recipient.
public record ReportLetterId(long value) implements TypedId {
    public static ReportLetterId parse(String text) {
        return new ReportLetterId(TimeOrderedIds.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
