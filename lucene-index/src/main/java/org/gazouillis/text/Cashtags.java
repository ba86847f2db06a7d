package org.gazouillis.text;

import org.jspecify.annotations.Nullable;

/// The cashtags of one text (`$ABC`, `$ABC.D`), asked for from left to right.
final class Cashtags {
    private static final int LONGEST = 6;
    private static final int LONGEST_SUFFIX = 2;
    /// Only all of them together, in this order: the library forgot the brackets around them.
    private static final String DIRECTIONS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069";

    private final String text;
    private int low;

    Cashtags(String text) {
        this.text = text;
    }

    /// The cashtag that this `$` begins; null when it does not.
    @Nullable
    Entity at(int sign) {
        int end = mayFollow(sign) ? end(sign + 1) : -1;
        if (end < 0) {
            return null;
        }
        low = end;
        return new Entity(Entity.Kind.CASHTAG, sign, end, text.substring(sign + 1, end));
    }

    private boolean mayFollow(int sign) {
        return sign == 0
                || (sign > low && Signs.is(text.charAt(sign - 1), Signs.SPACE))
                || (sign - DIRECTIONS.length() >= low && text.startsWith(DIRECTIONS, sign - DIRECTIONS.length()));
    }

    private int end(int from) {
        int letters = letters(from, LONGEST);
        if (letters == from) {
            return -1;
        }
        if (letters < text.length() && (text.charAt(letters) == '.' || text.charAt(letters) == '_')) {
            for (int end = letters(letters + 1, LONGEST_SUFFIX); end > letters + 1; end--) {
                if (endsAt(end)) {
                    return end;
                }
            }
        }
        return endsAt(letters) ? letters : -1;
    }

    private int letters(int from, int longest) {
        int end = from;
        while (end < text.length() && end - from < longest && Signs.is(text.charAt(end), Signs.LETTER)) {
            end++;
        }
        return end;
    }

    private boolean endsAt(int end) {
        if (end == text.length()) {
            return true;
        }
        char next = text.charAt(end);
        boolean lastLine = end + 1 == text.length() && (next == '\u0085' || next == '\u2028' || next == '\u2029');
        boolean space = next == ' ' || (next >= '\t' && next <= '\r');
        boolean punctuation = next > ' ' && next < 0x7f && (!Signs.is(next, Signs.HANDLE) || next == '_');
        return lastLine || space || punctuation;
    }
}
