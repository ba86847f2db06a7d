package org.gazouillis.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What may stand in double braces in a report's texts and is filled in when it runs.
public enum ReportVariable {
    BRAND,
    PERIOD,
    POSTS,
    IMPRESSIONS,
    ENGAGEMENTS,
    RATE;

    private static final Pattern BRACES = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*}}");

    /// `brand` is written `{{brand}}`.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static void check(String text) {
        Matcher found = BRACES.matcher(text);
        while (found.find()) {
            String key = found.group(1);
            if (Arrays.stream(values()).noneMatch(each -> each.key().equals(key))) {
                throw new ReportRefused(
                        "blocks",
                        "There is no variable {{" + key + "}}. There are "
                                + Arrays.stream(values())
                                        .map(each -> "{{" + each.key() + "}}")
                                        .collect(Collectors.joining(", "))
                                + ".");
            }
        }
    }

    /// @param missing stands for what has no value
    static String filled(String text, Map<ReportVariable, String> values, String missing) {
        return BRACES.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        values.getOrDefault(valueOf(found.group(1).toUpperCase(Locale.ROOT)), missing)));
    }
}
