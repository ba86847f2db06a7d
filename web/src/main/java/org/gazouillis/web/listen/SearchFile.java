package org.gazouillis.web.listen;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.gazouillis.listen.FoundColumn;
import org.gazouillis.reports.CsvFormat;
import org.gazouillis.reports.JsonLinesFormat;
import org.gazouillis.reports.ReportFormat;
import org.gazouillis.reports.XlsxFormat;
import org.gazouillis.web.report.Separator;

/// A file of what a search finds, as programs and pages spell it, understood.
public record SearchFile(List<FoundColumn> columns, ReportFormat format) {
    /// @param columns   keys in the order of the file, named once each or several in one, parted by commas; all when
    ///                  none is named
    /// @param format    `csv`, `xlsx` or `jsonl`
    /// @param separator of a CSV: `comma`, `semicolon` or `tab`
    /// @param bom       begin a CSV with a byte order mark
    /// @throws ExportWishRefused when there is no such column or format
    public static SearchFile of(List<String> columns, String format, String separator, boolean bom) {
        return new SearchFile(columns(columns), format(format, separator, bom));
    }

    private static ReportFormat format(String format, String separator, boolean bom) {
        return switch (format) {
            case "csv" -> new CsvFormat(Separator.named(separator).sign(), bom, false);
            case "jsonl" -> new JsonLinesFormat(false);
            case "xlsx" -> new XlsxFormat("search");
            default -> throw new ExportWishRefused("There is no format '" + format + "': say csv, xlsx or jsonl.");
        };
    }

    private static List<FoundColumn> columns(List<String> keys) {
        List<FoundColumn> wanted = keys.stream()
                .flatMap(each -> Arrays.stream(each.split(",", -1)))
                .map(String::strip)
                .filter(key -> !key.isEmpty())
                .map(SearchFile::column)
                .distinct()
                .toList();
        return wanted.isEmpty() ? List.of(FoundColumn.values()) : wanted;
    }

    private static FoundColumn column(String key) {
        return FoundColumn.of(key)
                .orElseThrow(() -> new ExportWishRefused("There is no column '" + key + "'. There are "
                        + Arrays.stream(FoundColumn.values())
                                .map(FoundColumn::key)
                                .collect(Collectors.joining(", "))
                        + "."));
    }
}
