package org.gazouillis.text;

/// Host names.
final class Domains {
    private Domains() {}

    /// Where the host name that begins at `from` ends, the longest if there are several; -1 when there is none. Its
    /// parts are of Latin letters and digits, with hyphens inside; underscores only in front of the last two parts.
    static int end(String text, int from) {
        int found = -1;
        int at = from;
        while (at < text.length() && Signs.is(text.charAt(at), Signs.HOST)) {
            int end = at;
            boolean plain = true;
            while (end < text.length() && isInside(text.charAt(end))) {
                plain &= text.charAt(end) != '_';
                end++;
            }
            if (end == text.length() || text.charAt(end) != '.' || !Signs.is(text.charAt(end - 1), Signs.HOST)) {
                return found;
            }
            int top = plain ? TopLevelDomains.endOrPunycode(text, end + 1) : -1;
            found = top >= 0 ? top : found;
            at = end + 1;
        }
        return found;
    }

    /// The same for one name in any script and a domain at the top, which only a scheme in front makes a host.
    static int wideEnd(String text, int from) {
        int end = from;
        while (end < text.length() && (Signs.is(text.charAt(end), Signs.WIDE_HOST) || text.charAt(end) == '-')) {
            end++;
        }
        boolean whole = end > from
                && end < text.length()
                && text.charAt(end) == '.'
                && Signs.is(text.charAt(from), Signs.WIDE_HOST)
                && Signs.is(text.charAt(end - 1), Signs.WIDE_HOST);
        return whole ? TopLevelDomains.end(text, end + 1) : -1;
    }

    /// Where the signs begin that could be a host name's and reach up to `dot`, not before `low`.
    static int runBefore(String text, int dot, int low) {
        int start = dot;
        while (start > low && mayBelong(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static boolean isInside(char c) {
        return Signs.is(c, Signs.HOST) || c == '-' || c == '_';
    }

    private static boolean mayBelong(char c) {
        return Signs.is(c, Signs.WIDE_HOST | Signs.HOST) || c == '.' || c == '-' || c == '_';
    }
}
