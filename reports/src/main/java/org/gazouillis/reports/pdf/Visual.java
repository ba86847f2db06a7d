package org.gazouillis.reports.pdf;

import com.ibm.icu.text.Bidi;

/// The order in which the letters of a line stand on paper (Unicode Standard Annex 9), and their shapes.
final class Visual {
    private Visual() {}

    /// Whether letters stand in another order, or in other shapes, than they are written.
    static boolean differs(String line) {
        char[] letters = line.toCharArray();
        return Bidi.requiresBidi(letters, 0, letters.length);
    }

    /// From left to right, as it is seen.
    static String of(String line) {
        return new Bidi(Joining.of(line), Bidi.LEVEL_DEFAULT_LTR).writeReordered(Bidi.DO_MIRRORING);
    }
}
