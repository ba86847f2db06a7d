package org.gazouillis.reports.pdf;

import java.awt.Color;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.gazouillis.reports.Typesetting;

/// The pages, filled from above; lengths in points. What is not said by an element is an ornament to a screen reader.
final class Sheet implements Closeable {
    static final float MARGIN = 48;
    static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
    static final Color INK = new Color(0x1A222B);
    static final Color QUIET = new Color(0x4D5966);
    static final Color LINE = new Color(0xDDE2E6);

    private static final float TOP = PDRectangle.A4.getHeight() - MARGIN;
    private static final float BOTTOM = 64;
    private static final float FOOT = 36;

    private final PDDocument document;
    private final Tags tags;
    private final Type regular;
    private final Type bold;
    private final String footer;
    private PDPage page;
    private PDPageContentStream marks;
    private float y = TOP;

    Sheet(PDDocument document, Tags tags, Typesetting typesetting, String footer) throws IOException {
        this.document = document;
        this.tags = tags;
        this.footer = footer;
        var faces = new Faces(document, typesetting);
        regular = new Type(faces, false);
        bold = new Type(faces, true);
        page = fresh();
        marks = new PDPageContentStream(document, page);
    }

    Tags tags() {
        return tags;
    }

    Type type(boolean heavy) {
        return heavy ? bold : regular;
    }

    /// How far from below the next mark may begin.
    float y() {
        return y;
    }

    void down(float height) {
        y -= height;
    }

    boolean has(float height) {
        return y - height >= BOTTOM;
    }

    boolean isFresh() {
        return y == TOP;
    }

    /// Turns the page unless that much is left of it, or nothing stands on it yet.
    ///
    /// @return whether it was turned
    boolean ensure(float height) throws IOException {
        if (has(height) || isFresh()) {
            return false;
        }
        turn();
        return true;
    }

    void turn() throws IOException {
        foot();
        marks.close();
        page = fresh();
        marks = new PDPageContentStream(document, page);
        y = TOP;
    }

    private PDPage fresh() {
        var fresh = new PDPage(PDRectangle.A4);
        document.addPage(fresh);
        tags.begin(fresh);
        return fresh;
    }

    private void foot() throws IOException {
        String number = Integer.toString(document.getNumberOfPages());
        ornament(() -> {
            draw(regular.lines(footer, 8, WIDTH - 40, 1).getFirst(), MARGIN, FOOT, 8, regular, QUIET);
            draw(number, MARGIN + WIDTH - regular.width(number, 8), FOOT, 8, regular, QUIET);
        });
    }

    /// One line that belongs to the element; `x` from the left margin, `below` from the present height.
    void say(PDStructureElement element, String shown, float x, float below, Pen pen) throws IOException {
        tags.open(element, page, marks);
        draw(shown, MARGIN + x, y - below, pen.size(), type(pen.heavy()), pen.colour());
        marks.endMarkedContent();
    }

    /// Several marks that one element stands for, such as those of a chart.
    void figure(PDStructureElement element, Drawing drawing) throws IOException {
        tags.open(element, page, marks);
        drawing.draw();
        marks.endMarkedContent();
    }

    void ornament(Drawing drawing) throws IOException {
        marks.beginMarkedContent(COSName.ARTIFACT);
        drawing.draw();
        marks.endMarkedContent();
    }

    /// A label within a drawing.
    void label(String shown, float x, float below, Pen pen) throws IOException {
        draw(shown, MARGIN + x, y - below, pen.size(), type(pen.heavy()), pen.colour());
    }

    private void draw(String shown, float x, float base, float size, Type type, Color colour) throws IOException {
        boolean reordered = type.isReordered(shown);
        if (reordered) {
            marks.beginMarkedContent(COSName.getPDFName("Span"), Tags.spoken(shown));
        }
        marks.beginText();
        marks.setNonStrokingColor(colour);
        write(type.runs(shown), x, base, size);
        marks.endText();
        if (reordered) {
            marks.endMarkedContent();
        }
    }

    private void write(List<Type.Run> runs, float x, float base, float size) throws IOException {
        float right = x;
        float up = base;
        for (Type.Run run : runs) {
            marks.setFont(run.face().font(), size);
            marks.newLineAtOffset(right, up);
            marks.showText(run.text());
            right = run.face().width(run.text(), size);
            up = 0;
        }
    }

    void bar(float x, float below, float width, float height, Color colour) throws IOException {
        marks.setNonStrokingColor(colour);
        marks.addRect(MARGIN + x, y - below, width, height);
        marks.fill();
    }

    void rule(float below, float thickness, Color colour) throws IOException {
        bar(0, below, WIDTH, thickness, colour);
    }

    @Override
    public void close() throws IOException {
        foot();
        marks.close();
    }

    /// How a line is written.
    record Pen(float size, boolean heavy, Color colour) {}

    /// Marks that belong together.
    interface Drawing {
        void draw() throws IOException;
    }
}
