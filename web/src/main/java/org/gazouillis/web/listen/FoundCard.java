package org.gazouillis.web.listen;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.gazouillis.listen.FoundStatus;
import org.gazouillis.web.i18n.LocalFormat;
import org.jspecify.annotations.Nullable;

/// A found status as the page shows it.
///
/// @param link its thread here, or its address elsewhere; empty when there is none
/// @param at the instant, for `<time datetime>`
/// @param time in the reader's language and the page's zone
/// @param likes empty when unknown; so are `reposts` and `replies`
public record FoundCard(
        String id,
        String lang,
        String name,
        String handle,
        String source,
        boolean imported,
        String link,
        Instant at,
        String time,
        String likes,
        String reposts,
        String replies,
        String highlight) {
    static FoundCard of(FoundStatus found, Locale locale, ZoneId zone) {
        return new FoundCard(
                Long.toString(found.id()),
                found.lang(),
                found.name(),
                found.handle(),
                found.source(),
                found.imported(),
                link(found),
                found.createdAt(),
                time(found, locale, zone),
                number(found.likes(), locale),
                number(found.reposts(), locale),
                number(found.replies(), locale),
                found.highlight());
    }

    private static String link(FoundStatus found) {
        if (!found.imported()) {
            return "/timeline/thread?id=" + found.id();
        }
        String permalink = found.permalink();
        return permalink != null && permalink.startsWith("https://") ? permalink : "";
    }

    private static String time(FoundStatus found, Locale locale, ZoneId zone) {
        DateTimeFormatter format = found.dateOnly()
                ? LocalFormat.date(FormatStyle.MEDIUM)
                : LocalFormat.dateTime(FormatStyle.MEDIUM, FormatStyle.SHORT);
        return format.withLocale(locale).withZone(zone).format(found.createdAt());
    }

    private static String number(@Nullable Long count, Locale locale) {
        return count == null ? "" : NumberFormat.getIntegerInstance(locale).format(count);
    }
}
