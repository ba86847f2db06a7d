package org.gazouillis.text;

/// What a sign may be part of. The sets are twitter-text's, see its `Regex`; here they are one look into a table.
final class Signs {
    /// A letter or digit of a host name: ASCII and accented Latin.
    static final int HOST = 1;
    /// Anything but punctuation and space: a host name after a scheme may hold it.
    static final int WIDE_HOST = 1 << 1;
    static final int PATH = 1 << 2;
    static final int PATH_END = 1 << 3;
    static final int QUERY = 1 << 4;
    static final int QUERY_END = 1 << 5;
    /// A letter, digit or joining sign of a hashtag.
    static final int TAG = 1 << 6;
    /// A letter or mark, of which a hashtag needs one.
    static final int TAG_LETTER = 1 << 7;
    /// White space before a cashtag.
    static final int SPACE = 1 << 8;
    /// Letters a to z, digits, underscore.
    static final int HANDLE = 1 << 9;
    static final int LETTER = 1 << 10;

    private static final String LATIN = "\u00c0\u00d6\u00d8\u00f6\u00f8\u024f\u0253\u0254\u0256\u0257\u0259\u0259"
            + "\u025b\u025b\u0263\u0263\u0268\u0268\u026f\u026f\u0272\u0272\u0289\u0289\u028b\u028b\u02bb\u02bb"
            + "\u0300\u036f\u1e00\u1eff";
    private static final String CYRILLIC = "\u0400\u04ff";
    private static final String ASCII_LETTERS = "azAZ";
    private static final String ALPHANUMERIC = ASCII_LETTERS + "09";
    private static final String SPACES = "\t\r  \u0085\u0085\u00a0\u00a0\u1680\u1680\u180e\u180e\u2000\u200a"
            + "\u2028\u2029\u202f\u202f\u205f\u205f\u3000\u3000";
    /// Signs of the vendors' private area that count as letters.
    private static final String PRIVATE_LETTERS = "\uf870\uf87f\uf882\uf882\uf884\uf89f\uf8b8\uf8b8\uf8c1\uf8d6";
    private static final String TAG_JOINERS =
            "_\u200c\u200d\ua67e\u05be\u05f3\u05f4\uff5e\u301c\u309b\u309c\u30a0\u30fb\u3003\u0f0b\u0f0c\u00b7";

    private static final int MARKS =
            1 << Character.NON_SPACING_MARK | 1 << Character.COMBINING_SPACING_MARK | 1 << Character.ENCLOSING_MARK;

    private static final short[] BMP = new short[Character.MAX_VALUE + 1];

    static {
        ranges(HOST | PATH | PATH_END, ALPHANUMERIC + LATIN);
        ranges(PATH | PATH_END, CYRILLIC);
        each(PATH, "!*';:=+,.$/%#[]-\u2013_~|&@");
        each(PATH_END, "=_#/-+");
        ranges(QUERY | QUERY_END, ALPHANUMERIC);
        each(QUERY, "!?*'();:&=+$/%#[]-_.,~|@");
        each(QUERY_END, "-_&=#/");
        ranges(SPACE, SPACES);
        ranges(LETTER, ASCII_LETTERS);
        ranges(HANDLE, ALPHANUMERIC + "__");
        ranges(TAG | TAG_LETTER, PRIVATE_LETTERS);
        each(TAG, TAG_JOINERS);
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            BMP[c] |= (short) (tag(c) | (isWideHost((char) c) ? WIDE_HOST : 0));
        }
    }

    private Signs() {}

    static boolean is(char sign, int what) {
        return (BMP[sign] & what) != 0;
    }

    /// Of [#TAG] and [#TAG_LETTER] what a code point is.
    static int tagged(int codePoint) {
        return codePoint <= Character.MAX_VALUE ? BMP[codePoint] : tag(codePoint);
    }

    /// Whether a URL may begin after this sign.
    static boolean mayPrecedeUrl(char sign) {
        return !is(sign, HANDLE)
                ? sign != '@' && sign != '＠' && sign != '$' && sign != '#' && sign != '＃' && !isInvalid(sign)
                : sign == '_';
    }

    private static boolean isInvalid(char sign) {
        return sign == '\ufffe' || sign == '\ufeff' || sign == '\uffff';
    }

    private static int tag(int codePoint) {
        if (Character.isLetter(codePoint) || (MARKS >> Character.getType(codePoint) & 1) != 0) {
            return TAG | TAG_LETTER;
        }
        return Character.isDigit(codePoint) ? TAG : 0;
    }

    private static boolean isWideHost(char c) {
        boolean visible = c > ' ' || !Character.isWhitespace(c) || (c >= '\u001c' && c <= '\u001f');
        boolean punctuation = c < 0x7f && "-_!\"#$%&'()*+,./:;<=>?@[]^`{|}~".indexOf(c) >= 0;
        boolean generalPunctuation = c >= '\u2000' && c <= '\u206f';
        return visible && !punctuation && !generalPunctuation && !Character.isSpaceChar(c);
    }

    private static void ranges(int what, String ranges) {
        for (int i = 0; i < ranges.length(); i += 2) {
            for (int c = ranges.charAt(i); c <= ranges.charAt(i + 1); c++) {
                BMP[c] |= (short) what;
            }
        }
    }

    private static void each(int what, String signs) {
        for (int i = 0; i < signs.length(); i++) {
            BMP[signs.charAt(i)] |= (short) what;
        }
    }
}
