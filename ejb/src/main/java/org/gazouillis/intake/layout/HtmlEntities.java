package org.gazouillis.intake.layout;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Decodes the character references that networks write into exported texts, once: `&amp;lt;` becomes `&lt;`.
/// Numeric ones and the few names in real exports; what is unknown stays as it is.
final class HtmlEntities {
    private static final Map<String, String> NAMES =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", "\u00A0");
    private static final Pattern REFERENCE = Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-z]{2,4}));");

    private HtmlEntities() {}

    static String decode(String text) {
        return text.indexOf('&') < 0
                ? text
                : REFERENCE.matcher(text).replaceAll(reference -> Matcher.quoteReplacement(decoded(reference)));
    }

    private static String decoded(java.util.regex.MatchResult reference) {
        if (reference.group(3) != null) {
            return NAMES.getOrDefault(reference.group(3), reference.group());
        }
        int codePoint = reference.group(1) != null
                ? Integer.parseInt(reference.group(1))
                : Integer.parseInt(reference.group(2), 16);
        return isCharacter(codePoint) ? Character.toString(codePoint) : reference.group();
    }

    private static boolean isCharacter(int codePoint) {
        return codePoint > 0
                && Character.isValidCodePoint(codePoint)
                && (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE);
    }
}
