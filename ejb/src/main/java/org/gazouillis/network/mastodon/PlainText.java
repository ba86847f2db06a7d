package org.gazouillis.network.mastodon;

import java.text.Normalizer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Compares what was sent with the HTML that a server made of it: no tags, no white space, one form of Unicode, and
/// of a mention only the name, because servers show no more of it.
final class PlainText {
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern REMOTE_MENTION = Pattern.compile("(?<![\\w/])(@\\w+)@[\\w.-]+\\w");
    private static final Pattern CODE = Pattern.compile("&#(x?)([0-9a-fA-F]{1,6});");

    private PlainText() {}

    static boolean same(String html, String text) {
        return bare(entities(TAG.matcher(html).replaceAll(""))).equals(bare(text));
    }

    private static String bare(String text) {
        String name = REMOTE_MENTION.matcher(text).replaceAll("$1");
        return Normalizer.normalize(name, Normalizer.Form.NFC).replaceAll("[\\s\\p{Z}]+", "");
    }

    private static String entities(String html) {
        return CODE.matcher(html)
                .replaceAll(PlainText::character)
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&");
    }

    private static String character(MatchResult code) {
        int point = Integer.parseInt(code.group(2), code.group(1).isEmpty() ? 10 : 16);
        return java.util.regex.Matcher.quoteReplacement(
                Character.isValidCodePoint(point) ? Character.toString(point) : "");
    }
}
