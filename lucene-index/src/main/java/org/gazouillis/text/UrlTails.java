package org.gazouillis.text;

/// What may follow a host name: port, path and query. Each is taken as far as it makes sense: no full stop, comma or
/// parenthesis at the end that belongs to the sentence around.
final class UrlTails {
    private UrlTails() {}

    static int end(String text, int from) {
        int end = port(text, from);
        if (is(text, end, '/')) {
            end = path(text, end + 1);
        }
        return is(text, end, '?') ? query(text, end) : end;
    }

    private static int port(String text, int from) {
        int end = from + 1;
        while (is(text, from, ':') && end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end > from + 1 ? end : from;
    }

    /// Parentheses belong to a path when they are closed in it, one pair within another at most.
    private static int path(String text, int from) {
        int end = from;
        int at = from;
        while (at >= 0) {
            int run = at;
            while (run < text.length() && Signs.is(text.charAt(run), Signs.PATH)) {
                if (Signs.is(text.charAt(run++), Signs.PATH_END)) {
                    end = run;
                }
            }
            at = balanced(text, run);
        }
        for (int close = balanced(text, end); close >= 0; close = balanced(text, end)) {
            end = close;
        }
        return end;
    }

    /// Where the parenthesis that opens at `from` is closed for good; -1 when it is not.
    private static int balanced(String text, int from) {
        if (!is(text, from, '(')) {
            return -1;
        }
        int inner = pathRun(text, from + 1);
        if (is(text, inner, ')')) {
            return inner > from + 1 ? inner + 1 : -1;
        }
        if (!is(text, inner, '(')) {
            return -1;
        }
        int innerEnd = pathRun(text, inner + 1);
        if (innerEnd == inner + 1 || !is(text, innerEnd, ')')) {
            return -1;
        }
        int end = pathRun(text, innerEnd + 1);
        return is(text, end, ')') ? end + 1 : -1;
    }

    private static int pathRun(String text, int from) {
        int end = from;
        while (end < text.length() && Signs.is(text.charAt(end), Signs.PATH)) {
            end++;
        }
        return end;
    }

    private static int query(String text, int from) {
        int end = from;
        for (int i = from + 1; i < text.length() && Signs.is(text.charAt(i), Signs.QUERY); i++) {
            if (Signs.is(text.charAt(i), Signs.QUERY_END)) {
                end = i + 1;
            }
        }
        return end;
    }

    private static boolean is(String text, int at, char sign) {
        return at < text.length() && text.charAt(at) == sign;
    }
}
