package org.gazouillis.reports;

/// CSV after RFC 4180: CRLF after every record, texts in double quotes, UTF-8.
///
/// Texts that a spreadsheet would run as a formula get a leading apostrophe. The guard is lossless: see
/// `FormulaGuard` in the closed package `csv` for the rule and how to undo it.
///
/// @param separator comma, semicolon (Excel in French) or tab
/// @param bom       whether the file begins with U+FEFF, without which Excel takes UTF-8 for Windows-1252
/// @param gzip      whether the file is packed
public record CsvFormat(char separator, boolean bom, boolean gzip) implements ReportFormat {
    /// Comma, no BOM, not packed: what scripts expect.
    public static final CsvFormat RFC_4180 = new CsvFormat(',', false, false);

    public CsvFormat {
        if (separator != ',' && separator != ';' && separator != '\t') {
            throw new IllegalArgumentException(
                    "CSV is separated by comma, semicolon or tab, not by '" + separator + "'.");
        }
    }

    @Override
    public String mediaType() {
        return "text/csv; charset=utf-8; header=present";
    }
}
