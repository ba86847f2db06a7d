package org.gazouillis.kernel;

/// Names a report's rule by which it goes out by mail.
public record ReportMailingId(long value) implements TypedId {
    public static ReportMailingId parse(String text) {
        return new ReportMailingId(TimeOrderedIds.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
