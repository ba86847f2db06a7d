package org.gazouillis.compose;

import java.time.LocalDate;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What stands for `{name}` in texts: `{brand}`, `{date}` (the day on which the post goes out), and the brand's own.
/// A post is saved with what they stand for; a name that stands for nothing is an error, never a text that goes out.
record Variables(Map<String, String> values) {
    static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,29}");
    static final Pattern USE = Pattern.compile("\\{([A-Za-z][A-Za-z0-9_]{0,29})}");
    static final List<String> BUILT_IN = List.of("brand", "date");

    static Variables of(Desk.Place place, Map<String, String> own, LocalDate day, String lang) {
        Map<String, String> values = new LinkedHashMap<>(own);
        values.put("brand", place.name());
        values.put(
                "date",
                new DateTimeFormatterBuilder()
                        .appendLocalized(FormatStyle.LONG, null)
                        .toFormatter(Locale.forLanguageTag(lang))
                        .format(day));
        return new Variables(values);
    }

    String resolve(String text) {
        return USE.matcher(text)
                .replaceAll(use -> Matcher.quoteReplacement(
                        values.getOrDefault(use.group(1).toLowerCase(Locale.ROOT), use.group())));
    }

    /// What is still there after resolving.
    static List<Check> unresolved(String text) {
        return USE.matcher(text)
                .results()
                .map(use -> Check.error(
                                Check.Code.VARIABLE_UNKNOWN,
                                use.group()
                                        + " stands for nothing. Make a variable of that name, write out what you mean,"
                                        + " or put a space behind the brace.",
                                use.group())
                        .at(use.start(), use.end()))
                .toList();
    }
}
