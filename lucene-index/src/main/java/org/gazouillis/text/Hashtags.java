package org.gazouillis.text;

import org.jspecify.annotations.Nullable;

/// The hashtags of one text, asked for from left to right.
final class Hashtags {
    private final String text;
    private int low;

    Hashtags(String text) {
        this.text = text;
    }

    /// The hashtag that this `#` begins; null when it does not.
    @Nullable
    Entity at(int hash) {
        int end = mayFollow(hash) ? end(hash + 1) : -1;
        if (end < 0) {
            return null;
        }
        low = end;
        boolean cutShort = end < text.length()
                && (text.charAt(end) == '#' || text.charAt(end) == '＃' || text.startsWith("://", end));
        return cutShort ? null : new Entity(Entity.Kind.HASHTAG, hash, end, text.substring(hash + 1, end));
    }

    private boolean mayFollow(int hash) {
        if (hash == 0) {
            return true;
        }
        int before = text.codePointBefore(hash);
        boolean parted =
                before == 0xfe0e || before == 0xfe0f || (before != '&' && (Signs.tagged(before) & Signs.TAG) == 0);
        return parted && hash > low;
    }

    private int end(int from) {
        if (from < text.length() && (text.charAt(from) == '\ufe0f' || text.charAt(from) == '\u20e3')) {
            return -1;
        }
        int all = 0;
        int end = from;
        while (end < text.length()) {
            int sign = text.codePointAt(end);
            int tagged = Signs.tagged(sign);
            if ((tagged & Signs.TAG) == 0) {
                break;
            }
            all |= tagged;
            end += Character.charCount(sign);
        }
        return (all & Signs.TAG_LETTER) == 0 ? -1 : end;
    }
}
