package org.gazouillis.reports.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;
import org.gazouillis.reports.ReportDocument.Grid;
import org.gazouillis.reports.ReportDocument.Head;

/// Sets tables. No row is parted by the end of a page; the head stands on each page, and is read once.
final class GridSetting {
    private static final float SIZE = 8;
    private static final float LINE = 10.5f;
    private static final float GAP = 8;
    private static final float PAD = 4;
    private static final int MOST_LINES = 4;

    private final Sheet sheet;

    GridSetting(Sheet sheet) {
        this.sheet = sheet;
    }

    void set(Grid grid) throws IOException {
        sheet.ensure(70);
        PDStructureElement table = sheet.tags().element("Table", sheet.tags().whole());
        PDStructureElement caption = sheet.tags().element("Caption", table);
        String line = sheet.type(false).lines(grid.caption(), 9, Sheet.WIDTH, 1).getFirst();
        sheet.say(caption, line, 0, 10, PdfSetting.pen(9, false, Sheet.QUIET));
        sheet.down(18);
        float[] widths = widths(grid.heads());
        List<List<String>> heads = cells(grid.heads().stream().map(Head::text).toList(), widths, true);
        head(table, grid.heads(), heads, widths);
        for (List<String> row : grid.rows()) {
            row(table, grid.heads(), heads, cells(row, widths, false), widths);
        }
        sheet.down(12);
    }

    private void head(PDStructureElement table, List<Head> heads, List<List<String>> cells, float[] widths)
            throws IOException {
        PDStructureElement row = sheet.tags().element("TR", table);
        float x = 0;
        for (int i = 0; i < cells.size(); i++) {
            PDStructureElement cell = sheet.tags().element("TH", row);
            var scope = new PDTableAttributeObject();
            scope.setScope(PDTableAttributeObject.SCOPE_COLUMN);
            cell.addAttribute(scope);
            say(cell, cells.get(i), x, widths[i], heads.get(i).numbers(), true);
            x += widths[i];
        }
        end(cells, true);
    }

    private void row(
            PDStructureElement table,
            List<Head> heads,
            List<List<String>> head,
            List<List<String>> cells,
            float[] widths)
            throws IOException {
        if (sheet.ensure(height(cells))) {
            repeat(heads, head, widths);
        }
        PDStructureElement row = sheet.tags().element("TR", table);
        float x = 0;
        for (int i = 0; i < cells.size(); i++) {
            say(
                    sheet.tags().element("TD", row),
                    cells.get(i),
                    x,
                    widths[i],
                    heads.get(i).numbers(),
                    false);
            x += widths[i];
        }
        end(cells, false);
    }

    /// The head on a further page is an ornament: it was read already.
    private void repeat(List<Head> heads, List<List<String>> cells, float[] widths) throws IOException {
        sheet.ornament(() -> {
            float x = 0;
            for (int i = 0; i < cells.size(); i++) {
                float below = SIZE + PAD;
                for (String line : cells.get(i)) {
                    float at = heads.get(i).numbers() ? atRight(line, x, widths[i], true) : x;
                    sheet.label(line, at, below, PdfSetting.pen(SIZE, true, Sheet.INK));
                    below += LINE;
                }
                x += widths[i];
            }
        });
        end(cells, true);
    }

    private void say(PDStructureElement cell, List<String> lines, float x, float width, boolean numbers, boolean heavy)
            throws IOException {
        float below = SIZE + PAD;
        for (String line : lines) {
            if (!line.isEmpty()) {
                float at = numbers ? atRight(line, x, width, heavy) : x;
                sheet.say(cell, line, at, below, PdfSetting.pen(SIZE, heavy, Sheet.INK));
            }
            below += LINE;
        }
    }

    private float atRight(String line, float x, float width, boolean heavy) {
        return x + width - GAP - sheet.type(heavy).width(line, SIZE);
    }

    private void end(List<List<String>> cells, boolean head) throws IOException {
        float height = height(cells);
        sheet.ornament(() -> sheet.rule(height, head ? 1 : 0.5f, head ? Sheet.QUIET : Sheet.LINE));
        sheet.down(height);
    }

    private static float height(List<List<String>> cells) {
        return cells.stream().mapToInt(List::size).max().orElse(1) * LINE + PAD + 3;
    }

    private List<List<String>> cells(List<String> texts, float[] widths, boolean heavy) {
        var cells = new ArrayList<List<String>>(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            cells.add(sheet.type(heavy).lines(texts.get(i), SIZE, widths[i] - GAP, MOST_LINES));
        }
        return cells;
    }

    private static float[] widths(List<Head> heads) {
        int shares = heads.stream().mapToInt(Head::share).sum();
        float[] widths = new float[heads.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Sheet.WIDTH * heads.get(i).share() / shares;
        }
        return widths;
    }
}
