package org.gazouillis.web.publish;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gazouillis.compose.PostState;
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
public record QueueRow(
        String id,
        String at,
        @Nullable LocalDate day,
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
        String status) {
    static QueueRow of(PostSheet sheet, ZoneId zone, Messages messages) {
        PostSheet.Facts facts = sheet.facts();
        Instant at = facts.publishedAt() != null ? facts.publishedAt() : facts.dueAt();
        Locale locale = messages.getLocale();
        Look look = Look.of(facts.state());
        return new QueueRow(
                facts.id().toString(),
                at == null ? "" : at.toString(),
                at == null ? null : at.atZone(zone).toLocalDate(),
                at == null ? "" : time(locale).format(at.atZone(zone)),
                at == null ? "" : localInput(at, zone),
                facts.text(),
                facts.lang(),
                Optional.ofNullable(facts.campaign()).orElse(""),
                sheet.outlets().stream().map(each -> "@" + each.handle()).collect(Collectors.joining(" ")),
                facts.state().name(),
                messages.text("queue.state." + facts.state().name().toLowerCase(Locale.ROOT)),
                look.icon,
                look.pill,
                reason(facts.failure(), messages),
                sheet.outlets().stream()
                        .map(Outlet::statusId)
                        .filter(id -> id != null)
                        .map(String::valueOf)
                        .findFirst()
                        .orElse(""));
    }

    static DateTimeFormatter time(Locale locale) {
        return LocalFormat.time(FormatStyle.SHORT).withLocale(locale);
    }

    /// As `<input type="datetime-local">` wants it.
    private static String localInput(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT).format(at.atZone(zone));
    }

    private static String reason(@Nullable String failure, Messages messages) {
        return switch (failure) {
            case null -> "";
            case "late" -> messages.text("queue.reason.late");
            case "fence" -> messages.text("queue.reason.fence");
            case "banned word" -> messages.text("queue.reason.banned-word");
            case "no account" -> messages.text("queue.reason.no-account");
            default -> messages.text("queue.reason.refused");
        };
    }

    /// Icon and colour of a state; the word stands beside them always.
    private enum Look {
        IDLE("pi-circle", ""),
        WAITING("pi-clock", "info"),
        GOING("pi-bolt", "info"),
        OUT("pi-check", "success"),
        STOPPED("pi-minus", ""),
        STUCK("pi-pause", "warning"),
        WRONG("pi-exclamation-circle", "danger");

        private final String icon;
        private final String pill;

        Look(String icon, String pill) {
            this.icon = icon;
            this.pill = pill;
        }

        static Look of(PostState state) {
            return switch (state) {
                case DRAFT, IN_REVIEW, APPROVED -> IDLE;
                case SCHEDULED -> WAITING;
                case CLAIMED -> GOING;
                case PUBLISHED -> OUT;
                case CANCELLED -> STOPPED;
                case HELD -> STUCK;
                case FAILED, MISSED -> WRONG;
            };
        }
    }
}
