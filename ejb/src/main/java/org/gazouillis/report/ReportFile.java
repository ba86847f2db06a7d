package org.gazouillis.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.gazouillis.reports.CsvFormat;
import org.gazouillis.reports.PdfReport;
import org.gazouillis.reports.ReportFormat;
import org.gazouillis.reports.ReportTable;
import org.gazouillis.reports.ReportWriter;
import org.gazouillis.reports.XlsxFormat;
import org.jspecify.annotations.Nullable;

/// The files of a run.
public enum ReportFile {
    /// For people: the blocks of the plan.
    PDF("application/pdf") {
        @Override
        void write(ReportRun run, FrozenRows rows, OutputStream out) throws IOException {
            PdfReport.write(new ReportSetting(run, rows).document(), out);
        }
    },
    /// The columns of the plan, one row per post.
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
        @Override
        void write(ReportRun run, FrozenRows rows, OutputStream out) throws IOException {
            table(run, rows, new XlsxFormat("Report"), out);
        }
    },
    /// The same; with a byte order mark, and in French with semicolons, as Excel wants it.
    CSV("text/csv; charset=utf-8") {
        @Override
        void write(ReportRun run, FrozenRows rows, OutputStream out) throws IOException {
            char separator = run.plan().language().equals("fr") ? ';' : ',';
            table(run, rows, new CsvFormat(separator, true, false), out);
        }
    };

    private final String mediaType;

    ReportFile(String mediaType) {
        this.mediaType = mediaType;
    }

    abstract void write(ReportRun run, FrozenRows rows, OutputStream out) throws IOException;

    /// Its name in addresses, and the ending of the file's name.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String mediaType() {
        return mediaType;
    }

    /// @throws ReportRefused when there is none of this name
    public static ReportFile named(String key) {
        for (ReportFile file : values()) {
            if (file.key().equals(key)) {
                return file;
            }
        }
        throw new ReportRefused("format", "There is no file '" + key + "'. Say pdf, xlsx or csv.");
    }

    private static void table(ReportRun run, FrozenRows rows, ReportFormat format, OutputStream out)
            throws IOException {
        int[] places = run.plan().columns().stream()
                .mapToInt(EngagementExport.columns()::indexOf)
                .toArray();
        var columns = run.plan().columns().stream().map(EngagementColumn::named).toList();
        var table = new ReportTable(columns, run.zone(), sink -> {
            for (@Nullable Object[] row : rows.rows()) {
                var cells = new @Nullable Object[places.length];
                for (int i = 0; i < places.length; i++) {
                    cells[i] = row[places[i]];
                }
                sink.row(cells);
            }
        });
        ReportWriter.write(table, format, out);
    }
}
