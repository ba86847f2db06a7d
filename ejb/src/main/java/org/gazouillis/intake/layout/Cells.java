package org.gazouillis.intake.layout;

import java.util.Map;
import org.gazouillis.intake.Figure;
import org.gazouillis.intake.RejectRule;
import org.gazouillis.intake.RowRefused;
import org.gazouillis.intake.file.ForeignRow;
import org.jspecify.annotations.Nullable;

/// Reads single cells strictly.
final class Cells {
    /// X's own longest post.
    private static final int LONGEST_TEXT = 25_000;

    private static final int LONGEST_LABEL = 100;

    private Cells() {}

    /// The cell without blanks at its ends; `null` when it is absent, empty or `-`, which all say "no value".
    static @Nullable String value(ForeignRow row, @Nullable String column) {
        var cell = column == null ? null : row.cell(column);
        if (cell == null) {
            return null;
        }
        var value = cell.strip();
        return value.isEmpty() || value.equals("-") ? null : value;
    }

    /// A whole number of at least 0, also as `1010.0`; `null` when there is none.
    static @Nullable Long count(ForeignRow row, @Nullable String column) {
        var value = value(row, column);
        if (column == null || value == null) {
            return null;
        }
        int digits = digits(value, 0);
        var isWhole =
                digits == value.length() || (digits > 0 && value.charAt(digits) == '.' && isZeros(value, digits + 1));
        if (!isWhole || digits > 15) {
            throw new RowRefused(
                    column,
                    value,
                    RejectRule.COUNT_UNREADABLE,
                    "A count is a whole number of at least 0, without separators or signs. Write 1010, not 1,010.");
        }
        return Long.valueOf(value.substring(0, digits));
    }

    /// Refuses a rate that is no fraction of at least 0. It is not kept: rates are recomputed from their parts. Where
    /// something happened to a status that nobody had seen by its count, X writes `Infinity`.
    static void checkRate(ForeignRow row, String column) {
        var value = value(row, column);
        if (value != null && !value.matches("\\d{1,9}(\\.\\d{1,40})?([eE]-?\\d{1,2})?|Infinity|NaN")) {
            throw new RowRefused(
                    column,
                    value,
                    RejectRule.RATE_UNREADABLE,
                    "A rate is a fraction such as 0.0312, without a percent sign.");
        }
    }

    /// The text of a status, entities decoded once where the file has them.
    static String text(ForeignRow row, String column, boolean htmlEntities) {
        var cell = row.cell(column);
        var text = cell == null ? "" : htmlEntities ? HtmlEntities.decode(cell) : cell;
        if (text.isBlank()) {
            throw new RowRefused(
                    column, text, RejectRule.TEXT_MISSING, "The text is empty. Fill it in, or take the row out.");
        }
        if (text.length() > LONGEST_TEXT) {
            throw new RowRefused(
                    column,
                    text,
                    RejectRule.TOO_LONG,
                    "The text has more than " + LONGEST_TEXT
                            + " characters. Shorten it, or look for a quotation mark that never closes.");
        }
        return text;
    }

    /// A short label: author, language, campaign, source.
    static @Nullable String label(ForeignRow row, @Nullable String column) {
        var value = value(row, column);
        if (column != null && value != null && (value.length() > LONGEST_LABEL || value.matches("(?s).*\\p{Cc}.*"))) {
            throw new RowRefused(
                    column,
                    value,
                    RejectRule.LABEL_UNREADABLE,
                    "A label has at most " + LONGEST_LABEL + " characters and no line breaks. Shorten it.");
        }
        return value;
    }

    /// Refuses rows that PostgreSQL cannot keep or whose bytes were no letters.
    static void refuseBrokenLetters(ForeignRow row, boolean fileHasBrokenBytes) {
        row.cells().forEach((column, cell) -> {
            if (cell.indexOf('\u0000') >= 0) {
                throw new RowRefused(
                        column, cell, RejectRule.TEXT_BROKEN, "The cell holds a NUL character. Take it out.");
            }
            if (fileHasBrokenBytes && cell.indexOf('\uFFFD') >= 0) {
                throw new RowRefused(
                        column,
                        cell,
                        RejectRule.TEXT_BROKEN,
                        "The cell holds bytes that are no letters in the file's encoding. Save the file as UTF-8.");
            }
        });
    }

    private static int digits(String value, int from) {
        int i = from;
        while (i < value.length() && value.charAt(i) >= '0' && value.charAt(i) <= '9') {
            i++;
        }
        return i;
    }

    private static boolean isZeros(String value, int from) {
        return from < value.length() && value.substring(from).chars().allMatch(c -> c == '0');
    }

    /// Takes the count of a column up into the figures, unless the cell is empty.
    static void putCount(Map<Figure, Long> figures, Figure figure, ForeignRow row, String column) {
        var count = count(row, column);
        if (count != null) {
            figures.put(figure, count);
        }
    }
}
