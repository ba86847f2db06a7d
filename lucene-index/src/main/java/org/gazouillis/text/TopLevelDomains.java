package org.gazouillis.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// The domains at the top, `com` to `中国`, as twitter-text 3.1.0 knows them: a word with a dot in it is a URL only
/// if one of them stands behind the dot.
final class TopLevelDomains {
    private static final String PUNYCODE = "xn--";

    private static final Set<String> ASCII;
    /// In the library's order, since one may begin like another.
    private static final String[] OTHERS;
    private static final int LONGEST;

    static {
        List<String> all = read();
        ASCII = all.stream().filter(TopLevelDomains::isAscii).collect(Collectors.toUnmodifiableSet());
        OTHERS = all.stream().filter(name -> !isAscii(name)).toArray(String[]::new);
        LONGEST = ASCII.stream().mapToInt(String::length).max().orElse(0);
    }

    private TopLevelDomains() {}

    /// Where the domain that begins at `from` ends; -1 when there is none.
    static int end(String text, int from) {
        int end = from;
        while (end < text.length() && isAlphanumeric(text.charAt(end))) {
            end++;
        }
        boolean known = end > from && end - from <= LONGEST && endsAt(text, end) && isAscii(text, from, end);
        return known ? end : other(text, from);
    }

    /// As [#end], or where a punycode such as `xn--p1ai` ends, whether anybody has registered it or not.
    static int endOrPunycode(String text, int from) {
        int end = end(text, from);
        return end >= 0 ? end : punycode(text, from);
    }

    private static boolean isAscii(String text, int from, int end) {
        return ASCII.contains(text.substring(from, end).toLowerCase(Locale.ROOT));
    }

    private static int other(String text, int from) {
        if (from < text.length() && (text.charAt(from) > 0x7f || Character.toLowerCase(text.charAt(from)) == 'v')) {
            for (String name : OTHERS) {
                if (Schemes.startsWith(text, from, name) && endsAt(text, from + name.length())) {
                    return from + name.length();
                }
            }
        }
        return -1;
    }

    private static int punycode(String text, int from) {
        if (!Schemes.startsWith(text, from, PUNYCODE)) {
            return -1;
        }
        int end = from + PUNYCODE.length();
        while (end < text.length() && (isAlphanumeric(text.charAt(end)) || text.charAt(end) == '-')) {
            end++;
        }
        return end > from + PUNYCODE.length() ? end : -1;
    }

    private static boolean endsAt(String text, int end) {
        if (end == text.length()) {
            return true;
        }
        char next = text.charAt(end);
        return !isAlphanumeric(next) && next != '@' && next != '+' && next != '-';
    }

    private static boolean isAlphanumeric(char c) {
        return c != '_' && Signs.is(c, Signs.HANDLE);
    }

    private static boolean isAscii(String name) {
        return name.chars().allMatch(c -> c < 0x80);
    }

    private static List<String> read() {
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(TopLevelDomains.class.getResourceAsStream("top-level-domains.txt")),
                StandardCharsets.UTF_8))) {
            var names = new ArrayList<String>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    names.add(line);
                }
            }
            return names;
        } catch (IOException missing) {
            throw new UncheckedIOException("The list of top-level domains cannot be read", missing);
        }
    }
}
