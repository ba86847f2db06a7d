package org.gazouillis.reports.pdf;

import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.gazouillis.reports.Typesetting;

/// The letters of one weight in one document: what of a text can be shown, how wide that is, where lines break.
final class Type {
    private static final int UNSHOWABLE = 0xFFFD;
    private static final int KEYCAP = 0x20E3;

    /// Written without spaces between words.
    private static final Set<Character.UnicodeScript> UNSPACED = Set.of(
            Character.UnicodeScript.HAN,
            Character.UnicodeScript.HIRAGANA,
            Character.UnicodeScript.KATAKANA,
            Character.UnicodeScript.THAI);

    private final Faces faces;
    private final boolean heavy;
    private final boolean world;

    Type(Faces faces, boolean heavy) {
        this.faces = faces;
        this.heavy = heavy;
        world = faces.typesetting() == Typesetting.WORLD;
    }

    /// Letters side by side that one face shows.
    record Run(Face face, String text) {}

    /// The text with white space as single spaces, and a mark for each character that cannot be shown.
    String showable(String text) {
        var shown = new StringBuilder(text.length());
        text.strip().codePoints().filter(c -> !isUnseen(c)).forEach(c -> shown.appendCodePoint(shown(c)));
        return shown.toString().replaceAll(" {2,}", " ");
    }

    /// Variation selectors only say how the sign before them looks.
    private boolean isUnseen(int c) {
        return (c >= 0xFE00 && c <= 0xFE0F) || (!world && Character.getType(c) == Character.FORMAT);
    }

    private int shown(int c) {
        if (Character.isWhitespace(c) || Character.isISOControl(c)) {
            return ' ';
        }
        return isHidden(c) || (faces.of(c, heavy) != null && (world || !needsShaping(c))) ? c : UNSHOWABLE;
    }

    /// Letters that join or run from right to left would be set apart and backwards.
    private static boolean needsShaping(int c) {
        byte direction = Character.getDirectionality(c);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    /// What says how others look, or where they stand, and has no look of its own: joiners, turns of the direction, the
    /// colour of a skin, the cap of a key.
    private boolean isHidden(int c) {
        return world && (Character.getType(c) == Character.FORMAT || Character.isEmojiModifier(c) || c == KEYCAP);
    }

    /// What stands on paper, from left to right; at least one, be it empty.
    ///
    /// @param shown what [#showable] gave
    List<Run> runs(String shown) {
        var runs = new ArrayList<Run>();
        var letters = new StringBuilder();
        Face now = faces.own(heavy);
        for (int c : seen(shown)) {
            Face face = face(c);
            if (face != now && !letters.isEmpty()) {
                runs.add(new Run(now, letters.toString()));
                letters.setLength(0);
            }
            now = face;
            letters.appendCodePoint(c);
        }
        runs.add(new Run(now, letters.toString()));
        return runs;
    }

    private int[] seen(String shown) {
        String line = isReordered(shown) ? Visual.of(shown) : shown;
        return line.codePoints()
                .filter(c -> !isHidden(c))
                .map(c -> faces.of(c, heavy) == null ? UNSHOWABLE : c)
                .toArray();
    }

    private Face face(int c) {
        return Objects.requireNonNull(faces.of(c, heavy), "the mark for what cannot be shown can be shown");
    }

    /// Whether a line is seen in another order, or in other letters, than it is read.
    boolean isReordered(String shown) {
        return world && Visual.differs(shown);
    }

    /// @param shown what [#showable] gave
    float width(String shown, float size) {
        float width = 0;
        for (Run run : runs(shown)) {
            width += run.face().width(run.text(), size);
        }
        return width;
    }

    /// Cuts into lines that fit, at spaces and where a script without spaces may be cut, within a word only where the
    /// word alone is too wide; the last of `most` lines ends in `…` when something is left out.
    List<String> lines(String text, float size, float width, int most) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : words(showable(text))) {
            if (lines.size() > most) {
                break;
            }
            if (!line.isEmpty() && width((line + word).stripTrailing(), size) > width) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
            }
            line.append(word);
            while (lines.size() <= most
                    && line.length() > 1
                    && width(line.toString().stripTrailing(), size) > width) {
                int fits = fitting(line.toString(), size, width);
                lines.add(line.substring(0, fits));
                line.delete(0, fits);
            }
        }
        lines.add(line.toString().stripTrailing());
        return lines.size() <= most ? lines : shortened(lines.subList(0, most), size, width);
    }

    /// Each with the space behind it.
    private List<String> words(String shown) {
        var words = new ArrayList<String>();
        for (String word : shown.split("(?<= )")) {
            if (world && word.codePoints().anyMatch(c -> UNSPACED.contains(Character.UnicodeScript.of(c)))) {
                addPieces(word, words);
            } else {
                words.add(word);
            }
        }
        return words;
    }

    /// Cuts where a line may end (Unicode Standard Annex 14; words of Thai by a dictionary).
    private static void addPieces(String word, List<String> words) {
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
        breaks.setText(word);
        int from = 0;
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            words.add(word.substring(from, to));
            from = to;
        }
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
