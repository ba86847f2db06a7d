package org.gazouillis.reports.pdf;

import java.awt.Color;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.gazouillis.reports.ReportDocument;
import org.gazouillis.reports.ReportDocument.Bars;
import org.gazouillis.reports.ReportDocument.Block;
import org.gazouillis.reports.ReportDocument.Figure;
import org.gazouillis.reports.ReportDocument.Figures;
import org.gazouillis.reports.ReportDocument.Grid;
import org.gazouillis.reports.ReportDocument.Heading;
import org.gazouillis.reports.ReportDocument.PageBreak;
import org.gazouillis.reports.ReportDocument.Paragraph;

/// Sets one document. Its identifier and its dates come from what it says, never from the clock.
public final class PdfSetting implements Closeable {
    private static final int FIGURES_A_ROW = 4;

    private final ReportDocument report;
    private final PDDocument document = new PDDocument();
    private final Sheet sheet;
    private final Color colour;

    public PdfSetting(ReportDocument report) throws IOException {
        this.report = report;
        colour = Color.decode(report.colour());
        describe();
        sheet = new Sheet(document, new Tags(document), report.typesetting(), report.footer());
    }

    private void describe() {
        var catalog = document.getDocumentCatalog();
        catalog.setLanguage(report.language().toLanguageTag());
        var viewer = new PDViewerPreferences(catalog.getCOSObject());
        viewer.setDisplayDocTitle(true);
        catalog.setViewerPreferences(viewer);
        var info = new PDDocumentInformation();
        info.setTitle(report.title());
        info.setCreator("Gazouillis");
        info.setProducer("Gazouillis, Apache PDFBox");
        info.setCreationDate(GregorianCalendar.from(report.asOf().atZone(ZoneOffset.UTC)));
        document.setDocumentInformation(info);
        document.setDocumentId(report.asOf().toEpochMilli());
    }

    /// Sets all blocks and writes the file; once only.
    public void write(OutputStream out) throws IOException {
        heading("H1", report.title(), 20);
        sheet.down(4);
        for (Block block : report.blocks()) {
            set(block);
        }
        sheet.close();
        sheet.tags().close();
        document.save(out);
    }

    private void set(Block block) throws IOException {
        switch (block) {
            case Heading heading -> {
                sheet.down(10);
                sheet.ensure(90);
                heading("H2", heading.text(), 13);
            }
            case Paragraph paragraph -> paragraph(paragraph.text());
            case Figures figures -> figures(figures);
            case Bars bars -> new BarSetting(sheet, colour).set(bars);
            case Grid grid -> new GridSetting(sheet).set(grid);
            case PageBreak _ -> {
                if (!sheet.isFresh()) {
                    sheet.turn();
                }
            }
        }
    }

    private void heading(String kind, String text, float size) throws IOException {
        PDStructureElement element = sheet.tags().element(kind, sheet.tags().whole());
        lines(element, text, new Sheet.Pen(size, true, Sheet.INK), size * 1.3f);
        sheet.down(4);
    }

    private void paragraph(String text) throws IOException {
        for (String each : text.split("\\R+")) {
            if (!each.isBlank()) {
                PDStructureElement element =
                        sheet.tags().element("P", sheet.tags().whole());
                lines(element, each, new Sheet.Pen(10, false, Sheet.INK), 14);
                sheet.down(6);
            }
        }
    }

    private void lines(PDStructureElement element, String text, Sheet.Pen pen, float height) throws IOException {
        for (String line : sheet.type(pen.heavy()).lines(text, pen.size(), Sheet.WIDTH, Integer.MAX_VALUE)) {
            sheet.ensure(height);
            sheet.say(element, line, 0, pen.size(), pen);
            sheet.down(height);
        }
    }

    private void figures(Figures block) throws IOException {
        sheet.down(8);
        for (int i = 0; i < block.figures().size(); i += FIGURES_A_ROW) {
            sheet.ensure(78);
            float width = Sheet.WIDTH / Math.min(FIGURES_A_ROW, block.figures().size());
            int end = Math.min(i + FIGURES_A_ROW, block.figures().size());
            for (int at = i; at < end; at++) {
                figure(block.figures().get(at), (at - i) * width, width - 12);
            }
            sheet.down(78);
        }
    }

    private void figure(Figure figure, float x, float width) throws IOException {
        PDStructureElement element = sheet.tags().element("P", sheet.tags().whole());
        sheet.ornament(() -> sheet.bar(x, 0, width, 2, colour));
        Type plain = sheet.type(false);
        sheet.say(element, plain.lines(figure.name(), 9, width, 1).getFirst(), x, 16, pen(9, false, Sheet.QUIET));
        String value = sheet.type(true).lines(figure.value(), 20, width, 1).getFirst();
        sheet.say(element, value, x, 40, pen(20, true, Sheet.INK));
        float below = 54;
        for (String line : plain.lines(figure.note(), 8, width, 2)) {
            sheet.say(element, line, x, below, pen(8, false, Sheet.QUIET));
            below += 10;
        }
    }

    static Sheet.Pen pen(float size, boolean heavy, Color colour) {
        return new Sheet.Pen(size, heavy, colour);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
