package org.gazouillis.reports.pdf;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacter.DecompositionType;
import com.ibm.icu.lang.UCharacter.JoiningType;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;
import java.util.HashMap;
import java.util.Map;

/// The shapes that letters of the Arabic script take beside each other (The Unicode Standard, 9.2), as the characters
/// that Unicode keeps for faces without rules of their own. ICU's `ArabicShaping` leaves out what Persian and Urdu add.
final class Joining {
    private static final Normalizer2 PLAIN = Normalizer2.getNFKCInstance();
    private static final int LAM = 0x0644;
    private static final int FIRST_ADDED = 0xFB50;
    private static final int LAST_ADDED = 0xFBFF;
    private static final int FIRST_ARABIC = 0xFE80;
    private static final int LAST_ARABIC = 0xFEFC;

    /// By the letter as it is written, or by lam and the alef that it swallows: how it looks before and after nothing,
    /// after a letter, before one, between two.
    private static final Map<String, int[]> SHAPES = shapes();

    private Joining() {}

    private static Map<String, int[]> shapes() {
        Map<String, int[]> shapes = new HashMap<>();
        for (int c = FIRST_ADDED; c <= LAST_ARABIC; c++) {
            String written = PLAIN.normalize(Character.toString(c));
            boolean isLetter = written.codePointCount(0, written.length()) == 1;
            boolean isPair = c >= FIRST_ARABIC && written.codePointAt(0) == LAM;
            int place = place(UCharacter.getIntPropertyValue(c, UProperty.DECOMPOSITION_TYPE));
            if (place >= 0 && (c <= LAST_ADDED || c >= FIRST_ARABIC) && (isLetter || isPair)) {
                shapes.computeIfAbsent(written, each -> new int[4])[place] = c;
            }
        }
        return shapes;
    }

    private static int place(int decomposition) {
        return switch (decomposition) {
            case DecompositionType.ISOLATED -> 0;
            case DecompositionType.FINAL -> 1;
            case DecompositionType.INITIAL -> 2;
            case DecompositionType.MEDIAL -> 3;
            default -> -1;
        };
    }

    /// The line with its letters as they look, still in the order in which they are read.
    static String of(String line) {
        int[] letters = line.codePoints().toArray();
        var shaped = new StringBuilder(line.length());
        for (int at = 0; at < letters.length; at++) {
            int next = at + 1 < letters.length ? letters[at + 1] : 0;
            String pair = letters[at] == LAM ? new String(new int[] {LAM, next}, 0, 2) : "";
            boolean swallows = SHAPES.containsKey(pair);
            int after = swallows ? at + 1 : at;
            int[] shapes = SHAPES.get(swallows ? pair : Character.toString(letters[at]));
            shaped.appendCodePoint(shapes == null ? letters[at] : shape(letters, at, after, shapes));
            at = after;
        }
        return shaped.toString();
    }

    private static int shape(int[] letters, int first, int last, int[] shapes) {
        boolean joinsBefore = joinsBack(letters[first]) && joinsOn(neighbour(letters, first, -1));
        boolean joinsAfter = joinsOn(letters[last]) && joinsBack(neighbour(letters, last, 1));
        int shape = shapes[(joinsBefore ? 1 : 0) + (joinsAfter ? 2 : 0)];
        return shape == 0 ? letters[first] : shape;
    }

    /// The next letter in that direction that is no mark above or below another; 0 when there is none.
    private static int neighbour(int[] letters, int at, int step) {
        for (int other = at + step; other >= 0 && other < letters.length; other += step) {
            if (type(letters[other]) != JoiningType.TRANSPARENT) {
                return letters[other];
            }
        }
        return 0;
    }

    private static boolean joinsOn(int c) {
        int type = type(c);
        return type == JoiningType.DUAL_JOINING || type == JoiningType.JOIN_CAUSING || type == JoiningType.LEFT_JOINING;
    }

    private static boolean joinsBack(int c) {
        int type = type(c);
        return type == JoiningType.DUAL_JOINING
                || type == JoiningType.JOIN_CAUSING
                || type == JoiningType.RIGHT_JOINING;
    }

    private static int type(int c) {
        return UCharacter.getIntPropertyValue(c, UProperty.JOINING_TYPE);
    }
}
