package org.gazouillis.reports.csv;

/// Keeps a spreadsheet from taking a text for a formula, and loses nothing.
///
/// **Rule.** Skip apostrophes and blanks (any Unicode space, no-break and zero-width ones too, and controls except
/// those named next). When the next character is one of `= + - @`, their full-width twins `＝ ＋ － ＠`, TAB, CR or LF,
/// the text is dangerous and gets one leading apostrophe, which spreadsheets take as "this is text".
///
/// **Undo.** When a cell begins with an apostrophe and the rest is dangerous by the same rule, drop that apostrophe.
/// Because apostrophes are skipped by the rule, a text that already was `'=1` becomes `''=1` and comes back as `'=1`.
///
/// A second line inside a cell needs no guard of its own: texts are always quoted, so a line break never opens a
/// cell. After the list of OWASP ("CSV Injection", with LF since August 2025) and CVE-2021-41270 (leading white
/// space).
final class FormulaGuard {
    private static final char APOSTROPHE = '\'';

    private FormulaGuard() {}

    static CharSequence guard(CharSequence text) {
        return isDangerous(text) ? APOSTROPHE + text.toString() : text;
    }

    static String unguard(String cell) {
        if (cell.isEmpty() || cell.charAt(0) != APOSTROPHE) {
            return cell;
        }
        var rest = cell.substring(1);
        return isDangerous(rest) ? rest : cell;
    }

    private static boolean isDangerous(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (startsFormula(c)) {
                return true;
            }
            if (c != APOSTROPHE && !isBlank(c)) {
                return false;
            }
        }
        return false;
    }

    private static boolean startsFormula(char c) {
        return switch (c) {
            case '=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠' -> true;
            default -> false;
        };
    }

    private static boolean isBlank(char c) {
        return c <= ' ' || (c > '~' && isUnicodeBlank(c));
    }

    private static boolean isUnicodeBlank(char c) {
        return switch (Character.getType(c)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT -> true;
            default -> false;
        };
    }
}
