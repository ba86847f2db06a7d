package org.gazouillis.reports;

/// JSON Lines: one object per row, UTF-8, LF after each. Numbers are numbers, missing values `null`, and texts stay
/// exactly as they are.
///
/// @param gzip whether the file is packed
public record JsonLinesFormat(boolean gzip) implements ReportFormat {
    @Override
    public String mediaType() {
        return "application/jsonl; charset=utf-8";
    }
}
