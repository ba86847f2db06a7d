package org.gazouillis.web.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.gazouillis.reports.CsvFormat;
import org.gazouillis.reports.JsonLinesFormat;
import org.gazouillis.reports.ReportFormat;
import org.gazouillis.reports.XActivityFormat;
import org.gazouillis.reports.XlsxFormat;

/// The forms in which an engagement report is saved, by their names in addresses.
public enum EngagementFormat {
    CSV("csv") {
        @Override
        ReportFormat file(Dialect dialect) {
            return new CsvFormat(dialect.separator().sign(), dialect.bom(), dialect.gzip());
        }
    },
    XLSX("xlsx") {
        @Override
        ReportFormat file(Dialect dialect) {
            return new XlsxFormat("Engagement");
        }
    },
    JSONL("jsonl") {
        @Override
        ReportFormat file(Dialect dialect) {
            return new JsonLinesFormat(dialect.gzip());
        }
    },
    /// The 40 columns of X, with `likes`.
    X_ACTIVITY("csv") {
        @Override
        ReportFormat file(Dialect dialect) {
            return new XActivityFormat(XActivityFormat.Generation.LIKES, dialect.guard(), dialect.gzip());
        }
    },
    /// The same as of 2015, with `favorites`.
    X_ACTIVITY_2015("csv") {
        @Override
        ReportFormat file(Dialect dialect) {
            return new XActivityFormat(XActivityFormat.Generation.FAVORITES, dialect.guard(), dialect.gzip());
        }
    };

    private final String extension;

    EngagementFormat(String extension) {
        this.extension = extension;
    }

    /// How the text formats are spelt; a workbook has no dialect, and X's files only the last two.
    record Dialect(Separator separator, boolean bom, boolean gzip, boolean guard) {}

    abstract ReportFormat file(Dialect dialect);

    /// @param base such as `nord_2026-11-01_2026-11-30`
    String fileName(String base, ReportFormat file) {
        String layout = this == X_ACTIVITY || this == X_ACTIVITY_2015 ? "tweet_activity_metrics" : "engagement";
        return layout + "_" + base + "." + extension + (file.gzip() ? ".gz" : "");
    }

    /// Its name in addresses, such as `x-activity`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// @throws FormatUnknown when no format has this name
    static EngagementFormat named(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new FormatUnknown(
                        word,
                        Arrays.stream(values()).map(EngagementFormat::word).collect(Collectors.joining(", "))));
    }
}
