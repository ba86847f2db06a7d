package org.gazouillis.compose;

import java.net.IDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Signs in a text that do not show what they are: control characters, marks heaped on one letter, links and mentions
/// that look like another's.
final class Signs {
    /// Written languages need three or four; more only leave the line.
    private static final int MOST_MARKS = 16;
    private static final Pattern HEAP = Pattern.compile("\\p{M}{" + (MOST_MARKS + 1) + ",}");
    private static final Pattern LINK =
            Pattern.compile("https?://([^\\s/?#]*)", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern MENTION = Pattern.compile("(?<![\\p{L}\\p{N}_/])@([\\p{L}\\p{M}\\p{N}_]{1,30})");

    private Signs() {}

    static List<Check> of(String text) {
        List<Check> found = new ArrayList<>();
        controls(text, found);
        HEAP.matcher(text)
                .results()
                .forEach(heap -> found.add(Check.error(
                                Check.Code.STACKED_MARKS,
                                "More than " + MOST_MARKS + " accents are heaped on one letter. Remove them.",
                                MOST_MARKS)
                        .at(heap.start(), heap.end())));
        LINK.matcher(text).results().forEach(link -> link(link, found));
        MENTION.matcher(text).results().forEach(mention -> mention(mention, found));
        return found;
    }

    /// PostgreSQL stores no NUL, and no network shows the other control characters; a line break is welcome.
    private static void controls(String text, List<Check> found) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int sign = text.codePointAt(i);
            if (isUnprintable(sign)) {
                String name = String.format(Locale.ROOT, "U+%04X", sign);
                found.add(Check.error(
                                Check.Code.UNPRINTABLE,
                                "The text contains a control character or half of a surrogate pair (" + name + ", sign "
                                        + (i + 1) + "). Remove it.",
                                name,
                                i + 1)
                        .at(i, i + Character.charCount(sign)));
            }
        }
    }

    private static boolean isUnprintable(int c) {
        boolean space = c == '\n' || c == '\t' || c == '\r';
        return !space && (Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }

    private static void link(MatchResult link, List<Check> found) {
        String authority = link.group(1);
        String host = authority.substring(authority.lastIndexOf('@') + 1).replaceFirst(":\\d*$", "");
        if (authority.contains("@")) {
            found.add(Check.warning(
                            Check.Code.LINK_DISGUISED,
                            "The link looks like " + authority.substring(0, authority.indexOf('@')) + " but leads to "
                                    + host + ". Write the plain address.",
                            authority.substring(0, authority.indexOf('@')),
                            host)
                    .at(link.start(), link.end()));
        } else if (host.chars().anyMatch(sign -> sign > 127)) {
            found.add(Check.note(
                            Check.Code.LINK_FOREIGN,
                            "Browsers know the host of this link as " + punycode(host)
                                    + ". Make sure that it is meant.",
                            punycode(host))
                    .at(link.start(), link.end()));
        }
    }

    private static String punycode(String host) {
        try {
            return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException noHost) {
            return "?";
        }
    }

    /// Handles are written in plain letters: what looks like one and is not would reach nobody, or somebody else.
    private static void mention(MatchResult mention, List<Check> found) {
        Matcher plain = Pattern.compile("[A-Za-z0-9_]+").matcher(mention.group(1));
        if (!plain.matches()) {
            found.add(Check.warning(
                            Check.Code.MENTION_LOOKALIKE,
                            "“" + mention.group() + "” contains letters that no handle has, so it mentions nobody."
                                    + " Type it again.",
                            mention.group())
                    .at(mention.start(), mention.end()));
        }
    }
}
