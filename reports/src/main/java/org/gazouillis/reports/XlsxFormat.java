package org.gazouillis.reports;

/// A workbook for Excel, LibreOffice and their like: numbers are numbers, rates percentages, instants dates in the
/// table's zone, which a second sheet names. Texts are never formulas. After 1,048,575 rows another sheet goes on.
///
/// @param sheet name of the first sheet: 1 to 25 characters, none of `[]*?/\:`
public record XlsxFormat(String sheet) implements ReportFormat {
    public XlsxFormat {
        if (sheet.isBlank() || sheet.length() > 25 || sheet.chars().anyMatch(c -> "[]*?/\\:'".indexOf(c) >= 0)) {
            throw new IllegalArgumentException("No sheet can be named '" + sheet + "'.");
        }
    }

    /// A workbook is packed anyway.
    @Override
    public boolean gzip() {
        return false;
    }

    @Override
    public boolean isAppendable() {
        return false;
    }

    @Override
    public String mediaType() {
        return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    }
}
