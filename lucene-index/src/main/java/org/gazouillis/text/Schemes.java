package org.gazouillis.text;

/// `http://` and `https://`, in capitals or not.
final class Schemes {
    private static final String HTTP = "http://";
    private static final String HTTPS = "https://";

    private Schemes() {}

    /// Where the scheme begins that ends at `end`; -1 when none does.
    static int before(String text, int end) {
        if (end < HTTP.length() || text.charAt(end - 1) != '/') {
            return -1;
        }
        if (startsWith(text, end - HTTP.length(), HTTP)) {
            return end - HTTP.length();
        }
        return end >= HTTPS.length() && startsWith(text, end - HTTPS.length(), HTTPS) ? end - HTTPS.length() : -1;
    }

    /// Whether `word` stands at `from`. Only ASCII letters may differ in case: `ſ` is no `s` here.
    static boolean startsWith(String text, int from, String word) {
        if (from + word.length() > text.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            char c = text.charAt(from + i);
            if ((c >= 'A' && c <= 'Z' ? (char) (c + 0x20) : c) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
