package org.gazouillis.reports.pdf;

import java.awt.Color;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.gazouillis.reports.ReportDocument.Bar;
import org.gazouillis.reports.ReportDocument.Bars;

/// Sets bars: rectangles on a line that is 0, the highest value beside its bar, labels as many as fit. A value that
/// nobody knows is a dash on the ground, so that it differs from 0.
final class BarSetting {
    private static final float HEIGHT = 110;
    private static final float LABEL = 7.5f;
    private static final float GAP = 6;

    private final Sheet sheet;
    private final Color colour;

    BarSetting(Sheet sheet, Color colour) {
        this.sheet = sheet;
        this.colour = colour;
    }

    void set(Bars block) throws IOException {
        sheet.ensure(HEIGHT + 52);
        PDStructureElement caption = sheet.tags().element("P", sheet.tags().whole());
        String line =
                sheet.type(false).lines(block.caption(), 9, Sheet.WIDTH, 1).getFirst();
        sheet.say(caption, line, 0, 10, PdfSetting.pen(9, false, Sheet.QUIET));
        sheet.down(26);
        PDStructureElement figure = sheet.tags().element("Figure", sheet.tags().whole());
        figure.setAlternateDescription(block.spoken());
        if (!block.bars().isEmpty()) {
            sheet.figure(figure, () -> draw(block.bars()));
        }
        sheet.down(HEIGHT + 28);
    }

    private void draw(List<Bar> bars) throws IOException {
        sheet.rule(HEIGHT, 0.75f, Sheet.QUIET);
        long highest = bars.stream()
                .map(Bar::value)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        float step = Sheet.WIDTH / bars.size();
        float width = Math.max(0.5f, Math.min(28, step * 0.7f));
        int every = every(bars, step);
        boolean marked = false;
        for (int i = 0; i < bars.size(); i++) {
            float middle = (i + 0.5f) * step;
            Bar bar = bars.get(i);
            one(bar, middle, width, highest);
            if (i % every == 0) {
                centred(bar.label(), middle, HEIGHT + LABEL + 4);
            }
            if (!marked && bar.value() != null && bar.value() == highest) {
                centred(bar.shown(), middle, -3);
                marked = true;
            }
        }
    }

    private void one(Bar bar, float middle, float width, long highest) throws IOException {
        Long value = bar.value();
        if (value == null) {
            centred("–", middle, HEIGHT - 3);
        } else if (value > 0) {
            float height = (float) ((double) value / highest * HEIGHT);
            sheet.bar(middle - width / 2, HEIGHT, width, height, colour);
        }
    }

    private void centred(String text, float middle, float below) throws IOException {
        String shown = sheet.type(false).showable(text);
        float width = sheet.type(false).width(shown, LABEL);
        float x = Math.clamp(middle - width / 2, 0, Math.max(0, Sheet.WIDTH - width));
        sheet.label(shown, x, below, PdfSetting.pen(LABEL, false, Sheet.QUIET));
    }

    /// Every how many-th label fits beside its neighbours.
    private int every(List<Bar> bars, float step) {
        Type plain = sheet.type(false);
        double widest = bars.stream()
                .mapToDouble(bar -> plain.width(plain.showable(bar.label()), LABEL))
                .max()
                .orElse(0);
        return Math.max(1, (int) Math.ceil((widest + GAP) / step));
    }
}
