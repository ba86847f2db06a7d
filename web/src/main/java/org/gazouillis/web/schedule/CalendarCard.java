package org.gazouillis.web.schedule;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.gazouillis.compose.GapRule;
import org.gazouillis.compose.PostState;
import org.gazouillis.dashboard.CalendarPost;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.i18n.LocalFormat;
import org.gazouillis.web.i18n.Messages;
import org.gazouillis.web.publish.StateLook;

/// A post in the calendar, in the reader's words and the brand's time.
///
/// @param at     its local time, `2026-11-24T09:30`
/// @param local  the local time that was meant, by the clocks of `zone`; a move is undone with it
/// @param clock  its hour as it is read; where the clocks go back, with the offset
/// @param colour of the campaign, else of the brand
/// @param moves  whether dragging may move it; what went wrong is planned anew by its dialog only
/// @param edits  whether the reader may change it at all
public record CalendarCard(
        String id,
        String at,
        String local,
        String zone,
        String prefer,
        int version,
        String clock,
        String when,
        String text,
        String lang,
        String state,
        StateLook look,
        String reason,
        String brand,
        String brandZone,
        String campaign,
        String colour,
        String accounts,
        String author,
        String link,
        String status,
        boolean moves,
        boolean edits) {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT);

    static CalendarCard of(CalendarPost post, VisibleBrand brand, boolean mayPublish, Messages messages) {
        boolean edits = mayPublish && post.state().isEditable();
        String status =
                Optional.ofNullable(post.statusId()).map(Object::toString).orElse("");
        return new CalendarCard(
                post.id().toString(),
                MINUTES.format(post.wall()),
                MINUTES.format(Objects.requireNonNullElse(post.localAt(), post.wall())),
                Objects.requireNonNullElse(post.zone(), brand.zone().getId()),
                post.gapRule() == GapRule.LATER_OFFSET ? "later" : "earlier",
                post.version(),
                clock(post, brand.zone(), messages.getLocale()),
                LocalFormat.dateTime(FormatStyle.FULL, FormatStyle.SHORT)
                        .withLocale(messages.getLocale())
                        .format(post.wall()),
                post.text(),
                post.lang(),
                post.state().name(),
                StateLook.of(post.state(), messages),
                StateLook.reason(post.failure(), messages),
                brand.name(),
                brand.zone().getId(),
                Objects.requireNonNullElse(post.campaign(), ""),
                Objects.requireNonNullElse(post.colour(), brand.colour()),
                Objects.requireNonNullElse(post.accounts(), ""),
                post.author(),
                link(post, brand, edits, status),
                status,
                edits && isMovable(post.state()),
                edits);
    }

    private static boolean isMovable(PostState state) {
        return state == PostState.SCHEDULED;
    }

    private static String link(CalendarPost post, VisibleBrand brand, boolean edits, String status) {
        if (!status.isEmpty()) {
            return "/timeline/thread?id=" + status;
        }
        return edits
                ? "/compose/new?brand=" + brand.handle() + "&post=" + post.id()
                : "/publish/queue?brand=" + brand.handle();
    }

    private static String clock(CalendarPost post, ZoneId zone, Locale locale) {
        LocalDateTime wall = post.wall();
        String text = LocalFormat.time(FormatStyle.SHORT).withLocale(locale).format(wall);
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(wall);
        return offsets.size() < 2 ? text : text + " (UTC" + zone.getRules().getOffset(post.dueAt()) + ")";
    }
}
