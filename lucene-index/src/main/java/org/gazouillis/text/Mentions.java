package org.gazouillis.text;

import org.jspecify.annotations.Nullable;

/// The mentions of one text, asked for from left to right.
final class Mentions {
    private static final int LONGEST_NAME = 20;
    private static final int LONGEST_LIST = 25;

    private final String text;
    private int low;

    Mentions(String text) {
        this.text = text;
    }

    /// The mention that this `@` introduces; null when it does not. Of several side by side, the last is asked.
    @Nullable
    Entity at(int sign) {
        int start = sign + 1;
        if (start == text.length() || !Signs.is(text.charAt(start), Signs.HANDLE) || !mayFollow(firstOf(sign))) {
            return null;
        }
        int name = run(start, LONGEST_NAME, false);
        int end = list(name);
        low = end;
        return isCutShort(end) ? null : new Entity(Entity.Kind.MENTION, sign, end, text.substring(start, name));
    }

    private int firstOf(int sign) {
        int first = sign;
        while (first > 0 && isAt(first - 1)) {
            first--;
        }
        return first;
    }

    private boolean mayFollow(int at) {
        if (at == 0) {
            return true;
        }
        char before = text.charAt(at - 1);
        boolean parted = !Signs.is(before, Signs.HANDLE) && "!#$%&*".indexOf(before) < 0 && at > low;
        return parted || repeats(at - 2);
    }

    /// `RT@name` passes a post on, if the `RT` is a word of its own.
    private boolean repeats(int rt) {
        if (rt < low || !Schemes.startsWith(text, rt, "rt")) {
            return false;
        }
        if (rt == 0) {
            return true;
        }
        char before = text.charAt(rt - 1);
        return rt > low && !Signs.is(before, Signs.HANDLE) && "+~.-".indexOf(before) < 0;
    }

    private int list(int name) {
        boolean begins =
                name + 1 < text.length() && text.charAt(name) == '/' && Signs.is(text.charAt(name + 1), Signs.LETTER);
        return begins ? run(name + 1, LONGEST_LIST, true) : name;
    }

    private int run(int from, int longest, boolean hyphens) {
        int end = from;
        while (end < text.length()
                && end - from < longest
                && (Signs.is(text.charAt(end), Signs.HANDLE) || (hyphens && text.charAt(end) == '-'))) {
            end++;
        }
        return end;
    }

    private boolean isCutShort(int end) {
        return end < text.length() && (isAt(end) || isAccented(text.charAt(end)) || text.startsWith("://", end));
    }

    private boolean isAt(int at) {
        return text.charAt(at) == '@' || text.charAt(at) == '＠';
    }

    private static boolean isAccented(char c) {
        return c > 0x7f && Signs.is(c, Signs.HOST);
    }
}
