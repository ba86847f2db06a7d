package org.gazouillis.reports.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// One embedded face in one document: what it can show, how wide that is, where lines break.
final class Type {
    private static final int UNSHOWABLE = 0xFFFD;
    private static final float THOUSANDTH = 1 / 1000f;

    private final PDType0Font font;
    private final BitSet known = new BitSet();
    private final BitSet unknown = new BitSet();

    private Type(PDType0Font font) {
        this.font = font;
    }

    static Type regular(PDDocument document) throws IOException {
        return load(document, "DejaVuSans.ttf");
    }

    static Type bold(PDDocument document) throws IOException {
        return load(document, "DejaVuSans-Bold.ttf");
    }

    private static Type load(PDDocument document, String file) throws IOException {
        try (InputStream face = Objects.requireNonNull(Type.class.getResourceAsStream(file), file)) {
            return new Type(PDType0Font.load(document, face, true));
        }
    }

    PDFont font() {
        return font;
    }

    /// The text with white space as single spaces, and a mark for each character that cannot be shown.
    String showable(String text) {
        var shown = new StringBuilder(text.length());
        text.strip().codePoints().filter(c -> !isUnseen(c)).forEach(c -> shown.appendCodePoint(shown(c)));
        return shown.toString().replaceAll(" {2,}", " ");
    }

    /// Joiners and variation selectors only say how the signs beside them look.
    private static boolean isUnseen(int c) {
        return Character.getType(c) == Character.FORMAT || (c >= 0xFE00 && c <= 0xFE0F);
    }

    private int shown(int c) {
        if (Character.isWhitespace(c) || Character.isISOControl(c)) {
            return ' ';
        }
        return has(c) && !needsShaping(c) ? c : UNSHOWABLE;
    }

    private boolean has(int c) {
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

    /// Letters that join or run from right to left would be set apart and backwards.
    private static boolean needsShaping(int c) {
        byte direction = Character.getDirectionality(c);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    /// @param shown what [#showable] gave
    float width(String shown, float size) {
        try {
            return font.getStringWidth(shown) * THOUSANDTH * size;
        } catch (IOException broken) {
            throw new IllegalStateException("The face that lies within the program cannot be read.", broken);
        }
    }

    /// Cuts into lines that fit, at spaces, within a word only where the word alone is too wide; the last of `most`
    /// lines ends in `…` when something is left out.
    List<String> lines(String text, float size, float width, int most) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : showable(text).split(" ")) {
            if (lines.size() > most) {
                break;
            }
            if (!line.isEmpty() && width(line + " " + word, size) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
            while (lines.size() <= most && line.length() > 1 && width(line.toString(), size) > width) {
                int fits = fitting(line.toString(), size, width);
                lines.add(line.substring(0, fits));
                line.delete(0, fits);
            }
        }
        lines.add(line.toString());
        return lines.size() <= most ? lines : shortened(lines.subList(0, most), size, width);
    }

    private List<String> shortened(List<String> lines, float size, float width) {
        var kept = new ArrayList<>(lines);
        String last = kept.removeLast();
        while (!last.isEmpty() && width(last + "…", size) > width) {
            last = last.substring(0, last.offsetByCodePoints(last.length(), -1));
        }
        kept.add(last.stripTrailing() + "…");
        return kept;
    }

    /// How many chars fit, at least one character, never half of one.
    private int fitting(String text, float size, float width) {
        int fits = text.offsetByCodePoints(0, 1);
        while (fits < text.length() && width(text.substring(0, text.offsetByCodePoints(fits, 1)), size) <= width) {
            fits = text.offsetByCodePoints(fits, 1);
        }
        return fits;
    }
}
