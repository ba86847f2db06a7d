package org.gazouillis.tenancy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One row in PostgreSQL's text format of `COPY`: columns end with a tab, the row with a line feed, `\N` is null and
/// a backslash escapes (https://www.postgresql.org/docs/18/sql-copy.html, "Text Format"). Each call takes the next
/// column, from left to right.
public final class CopiedRow {
    private static final String ESCAPED = "bfnrtv";
    private static final String MEANT = "\b\f\n\r\t\u000B";

    private final byte[] row;
    private int at;

    /// @param row as it came; it is not copied
    public CopiedRow(byte[] row) {
        this.row = row;
    }

    /// The row as it came, its line feed included: one line, whatever its texts hold. Not to be changed.
    public byte[] kept() {
        return row;
    }

    /// Any column as text.
    public @Nullable String text() {
        int from = at;
        boolean plain = true;
        while (row[at] != '\t' && row[at] != '\n') {
            plain &= row[at] != '\\';
            at++;
        }
        var text = new String(row, from, at++ - from, StandardCharsets.UTF_8);
        return plain ? text : text.equals("\\N") ? null : unescaped(text);
    }

    /// An integer.
    public @Nullable Long number() {
        if (row[at] == '\\') {
            at += 3;
            return null;
        }
        boolean negative = row[at] == '-';
        if (negative) {
            at++;
        }
        long number = 0;
        for (; row[at] >= '0'; at++) {
            number = number * 10 + (row[at] - '0');
        }
        if (row[at] != '\t' && row[at] != '\n') {
            throw new IllegalStateException("A column of whole numbers holds something else.");
        }
        at++;
        return negative ? -number : number;
    }

    /// An id, which is never negative; 0 when there is none.
    public long id() {
        Long id = number();
        return id == null ? 0 : id;
    }

    /// An instant that the query gave as microseconds since 1970.
    public @Nullable Instant instant() {
        Long micros = number();
        return micros == null
                ? null
                : Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000), Math.floorMod(micros, 1_000_000) * 1_000L);
    }

    private static String unescaped(String text) {
        var meant = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                c = text.charAt(++i);
                int escape = ESCAPED.indexOf(c);
                c = escape < 0 ? c : MEANT.charAt(escape);
            }
            meant.append(c);
        }
        return meant.toString();
    }
}
