package org.gazouillis.reports;

import java.util.ArrayList;
import java.util.List;

/// Reads CSV exactly as RFC 4180 section 2 writes it and refuses everything else: a bare CR or LF, a quote inside a
/// bare field, text after a closing quote, a quote that is never closed, rows of unequal width. The judge of our
/// files.
public final class StrictCsv {
    private final String text;
    private final char separator;
    private int at;

    private StrictCsv(String text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    /// All records, the header first. A bare empty field and `""` are both the empty text.
    public static List<List<String>> read(String text, char separator) {
        var reader = new StrictCsv(text, separator);
        var records = new ArrayList<List<String>>();
        while (reader.at < text.length()) {
            records.add(reader.record());
        }
        var widths = records.stream().map(List::size).distinct().toList();
        if (widths.size() > 1) {
            throw new IllegalStateException("records of unequal width: " + widths);
        }
        return records;
    }

    private List<String> record() {
        var fields = new ArrayList<String>();
        for (; ; ) {
            fields.add(peek() == '"' ? quoted() : bare());
            if (peek() == separator) {
                at++;
            } else if (text.startsWith("\r\n", at)) {
                at += 2;
                return fields;
            } else {
                throw new IllegalStateException("expected separator or CRLF at " + at);
            }
        }
    }

    private String quoted() {
        var field = new StringBuilder();
        for (at++; ; at++) {
            if (at >= text.length()) {
                throw new IllegalStateException("quote never closed");
            }
            if (text.charAt(at) == '"') {
                at++;
                if (peek() != '"') {
                    return field.toString();
                }
            }
            field.append(text.charAt(at));
        }
    }

    private String bare() {
        var start = at;
        while (at < text.length() && peek() != separator && peek() != '\r') {
            if (peek() == '"' || peek() == '\n') {
                throw new IllegalStateException("quote or LF in a bare field at " + at);
            }
            at++;
        }
        return text.substring(start, at);
    }

    private int peek() {
        return at < text.length() ? text.charAt(at) : -1;
    }
}
