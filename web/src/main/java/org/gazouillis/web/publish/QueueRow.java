package org.gazouillis.web.publish;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gazouillis.publish.Outlet;
import org.gazouillis.publish.PostSheet;
import org.gazouillis.web.i18n.LocalFormat;
import org.gazouillis.web.i18n.Messages;
import org.jspecify.annotations.Nullable;

/// One post as the queue shows it, in the reader's words and the brand's time.
///
/// @param at the instant for machines; empty for a draft
/// @param day the day in the brand's zone; null for a draft
/// @param status id of the status it became; empty while it is none
/// @param flash whether it is urgent
public record QueueRow(
        String id,
        String at,
        @Nullable LocalDate day,
        String dayName,
        String clock,
        String date,
        String text,
        String lang,
        String campaign,
        String accounts,
        String state,
        String word,
        String icon,
        String pill,
        String reason,
        String status,
        boolean flash) {
    static QueueRow of(PostSheet sheet, ZoneId zone, Messages messages) {
        PostSheet.Facts facts = sheet.facts();
        Instant at = facts.publishedAt() != null ? facts.publishedAt() : facts.dueAt();
        Locale locale = messages.getLocale();
        StateLook look = StateLook.of(facts.state(), messages);
        return new QueueRow(
                facts.id().toString(),
                at == null ? "" : at.toString(),
                at == null ? null : at.atZone(zone).toLocalDate(),
                at == null
                        ? ""
                        : LocalFormat.date(FormatStyle.MEDIUM)
                                .withLocale(locale)
                                .format(at.atZone(zone)),
                at == null ? "" : time(locale).format(at.atZone(zone)),
                at == null ? "" : localInput(at, zone),
                facts.text(),
                facts.lang(),
                Optional.ofNullable(facts.campaign()).orElse(""),
                sheet.outlets().stream().map(each -> "@" + each.handle()).collect(Collectors.joining(" ")),
                facts.state().name(),
                look.word(),
                look.icon(),
                look.pill(),
                reason(facts.failure(), messages),
                sheet.outlets().stream()
                        .map(Outlet::statusId)
                        .filter(id -> id != null)
                        .map(String::valueOf)
                        .findFirst()
                        .orElse(""),
                facts.flash());
    }

    static DateTimeFormatter time(Locale locale) {
        return LocalFormat.time(FormatStyle.SHORT).withLocale(locale);
    }

    /// As `<input type="datetime-local">` wants it.
    private static String localInput(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT).format(at.atZone(zone));
    }

    static String reason(@Nullable String failure, Messages messages) {
        return switch (failure) {
            case null -> "";
            case "late" -> messages.text("queue.reason.late");
            case "paused" -> messages.text("queue.reason.paused");
            case "series" -> "";
            case "quiet" -> messages.text("queue.reason.quiet");
            case "fence" -> messages.text("queue.reason.fence");
            case "banned word" -> messages.text("queue.reason.banned-word");
            case "no account" -> messages.text("queue.reason.no-account");
            case "partly" -> messages.text("queue.reason.partly");
            case "unclear" -> messages.text("queue.reason.unclear");
            case "disconnected" -> messages.text("queue.reason.disconnected");
            case "refused" -> messages.text("queue.reason.refused-outside");
            default -> messages.text("queue.reason.refused");
        };
    }
}
