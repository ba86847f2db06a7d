package org.gazouillis.reports.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.util.BitSet;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// One face in one document, of which the glyphs in use are embedded: what it can show, and how wide that is.
final class Face {
    private static final float THOUSANDTH = 1 / 1000f;

    private final PDType0Font font;
    private final BitSet known = new BitSet();
    private final BitSet unknown = new BitSet();

    private Face(PDType0Font font) {
        this.font = font;
    }

    static Face load(PDDocument document, String file) {
        try (InputStream face = Objects.requireNonNull(Face.class.getResourceAsStream(file), file)) {
            return new Face(PDType0Font.load(document, face, true));
        } catch (IOException broken) {
            throw unreadable(broken);
        }
    }

    private static IllegalStateException unreadable(IOException broken) {
        return new IllegalStateException("The face that lies within the program cannot be read.", broken);
    }

    PDFont font() {
        return font;
    }

    boolean has(int c) {
        if (!known.get(c) && !unknown.get(c)) {
            (hasGlyph(c) ? known : unknown).set(c);
        }
        return known.get(c);
    }

    private boolean hasGlyph(int c) {
        try {
            font.encode(Character.toString(c));
            return true;
        } catch (IllegalArgumentException | IOException none) {
            return false;
        }
    }

    /// @param text of which it has every character
    float width(String text, float size) {
        try {
            return font.getStringWidth(text) * THOUSANDTH * size;
        } catch (IOException broken) {
            throw unreadable(broken);
        }
    }
}
