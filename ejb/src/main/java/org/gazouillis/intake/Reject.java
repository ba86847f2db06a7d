package org.gazouillis.intake;

/// A row that did not come in.
///
/// @param line   physical line, from 1, on which the record begins
/// @param column the header's name of the faulty cell, empty when the whole row is at fault
/// @param value  what stood there, shortened
/// @param reason what is wrong and how to mend it
public record Reject(long line, String column, String value, RejectRule rule, String reason) {
    private static final int SHOWN = 200;

    public Reject {
        column = printable(column);
        value = printable(value);
        reason = printable(reason);
    }

    /// PostgreSQL keeps no NUL, and nobody wants to read a value of a megabyte.
    private static String printable(String text) {
        var clean = text.replace('\u0000', '\uFFFD');
        if (clean.length() <= SHOWN) {
            return clean;
        }
        var end = Character.isHighSurrogate(clean.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN;
        return clean.substring(0, end) + "…";
    }
}
