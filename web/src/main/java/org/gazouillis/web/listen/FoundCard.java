package org.gazouillis.web.listen;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gazouillis.listen.FoundStatus;
import org.gazouillis.listen.SearchAnswer;
import org.gazouillis.web.i18n.LocalFormat;
import org.jspecify.annotations.Nullable;

/// A found status as the page shows it.
///
/// @param link its thread here, or its address elsewhere; empty when there is none
/// @param at the instant, for `<time datetime>`
/// @param time in the reader's language and the page's zone
/// @param alike those on the same page that say nearly the same
/// @param likes empty when unknown; so are `reposts`, `replies` and `quotes`
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
        String quotes,
        String highlight,
        List<FoundCard> alike) {
    public FoundCard {
        alike = List.copyOf(alike);
    }

    /// Those that say nearly the same stand under the first that said it.
    static List<FoundCard> grouped(SearchAnswer answer, Locale locale, ZoneId zone) {
        Map<Long, List<FoundCard>> alike = new HashMap<>();
        answer.items().stream()
                .filter(each -> answer.alike().containsKey(each.id()))
                .forEach(each -> alike.computeIfAbsent(
                                answer.alike().getOrDefault(each.id(), 0L), first -> new ArrayList<>())
                        .add(of(each, locale, zone)));
        return answer.items().stream()
                .filter(each -> !answer.alike().containsKey(each.id()))
                .map(each -> of(each, locale, zone, alike.getOrDefault(each.id(), List.of())))
                .toList();
    }

    static FoundCard of(FoundStatus found, Locale locale, ZoneId zone) {
        return of(found, locale, zone, List.of());
    }

    private static FoundCard of(FoundStatus found, Locale locale, ZoneId zone, List<FoundCard> alike) {
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
                number(found.quotes(), locale),
                found.highlight(),
                alike);
    }

    private static String link(FoundStatus found) {
        if (!found.imported()) {
            return "/timeline/thread?id=" + found.id();
        }
        String permalink = found.permalink();
        return permalink != null && permalink.startsWith("https://") ? permalink : "";
    }

    static String time(FoundStatus found, Locale locale, ZoneId zone) {
        DateTimeFormatter format = found.dateOnly()
                ? LocalFormat.date(FormatStyle.MEDIUM)
                : LocalFormat.dateTime(FormatStyle.MEDIUM, FormatStyle.SHORT);
        return format.withLocale(locale).withZone(zone).format(found.createdAt());
    }

    private static String number(@Nullable Long count, Locale locale) {
        return count == null ? "" : NumberFormat.getIntegerInstance(locale).format(count);
    }
}
