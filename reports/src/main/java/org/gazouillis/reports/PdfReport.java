package org.gazouillis.reports;

import java.io.IOException;
import java.io.OutputStream;
import org.gazouillis.reports.pdf.PdfSetting;

/// Sets a [ReportDocument] as PDF: A4 upright, charts as vectors, fonts embedded, texts tagged with headings,
/// paragraphs, tables and figures in their reading order, and the document's language named. The same document gives
/// the same bytes, in every process and on every day.
///
/// It does not claim PDF/UA or PDF/A: no checker of theirs was run. Which scripts it can set, [Typesetting] says.
public final class PdfReport {
    private PdfReport() {}

    /// Writes the whole document; `out` stays open.
    ///
    /// @throws IOException when `out` cannot take more
    public static void write(ReportDocument document, OutputStream out) throws IOException {
        try (var setting = new PdfSetting(document)) {
            setting.write(out);
        }
    }
}
