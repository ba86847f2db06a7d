package org.gazouillis.web.publish;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Objects;
import org.gazouillis.publish.Attempt;
import org.gazouillis.publish.PublicationState;
import org.gazouillis.publish.Receipt;
import org.gazouillis.web.i18n.LocalFormat;
import org.gazouillis.web.i18n.Messages;
import org.jspecify.annotations.Nullable;

/// One account's receipt as the page shows it.
///
/// @param place where people see it; empty when it is nowhere or nobody knows
/// @param parts how much of a thread is there; empty for what is no thread
/// @param doubtful whether a person must say what is
public record ReceiptRow(
        String id,
        String network,
        String handle,
        String word,
        String pill,
        String failure,
        String text,
        String hash,
        String due,
        String published,
        String next,
        String place,
        String remoteId,
        String parts,
        boolean doubtful,
        boolean resendable,
        List<Try> tries) {
    /// One line of the log.
    public record Try(String at, String time, String kind, String outcome, String detail) {}

    static ReceiptRow of(Receipt receipt, ZoneId zone, Messages messages) {
        Receipt.Facts facts = receipt.facts();
        return new ReceiptRow(
                facts.id().toString(),
                PublishWords.network(facts.network(), messages),
                "@" + facts.handle(),
                PublishWords.state(facts.state(), messages),
                PublishWords.pill(facts.state()),
                PublishWords.failure(facts.failure(), messages),
                facts.text(),
                facts.hash(),
                time(facts.dueAt(), zone, messages),
                time(facts.publishedAt(), zone, messages),
                time(facts.nextAt(), zone, messages),
                place(facts),
                Objects.requireNonNullElse(facts.remoteId(), ""),
                facts.steps() == 1 ? "" : messages.text("receipt.parts.there", receipt.partsThere(), facts.steps()),
                facts.state() == PublicationState.NEEDS_PERSON,
                facts.resendable(),
                receipt.attempts().stream()
                        .map(each -> line(each, facts.steps() > 1, zone, messages))
                        .toList());
    }

    private static Try line(Attempt attempt, boolean thread, ZoneId zone, Messages messages) {
        String deed = PublishWords.attempt(attempt.kind(), messages);
        String kind = thread ? messages.text("receipt.part", attempt.part(), deed) : deed;
        return new Try(
                attempt.startedAt().toString(),
                time(attempt.startedAt(), zone, messages),
                attempt.member() == null ? kind : attempt.member(),
                PublishWords.outcome(attempt.outcome(), messages),
                Objects.requireNonNullElse(attempt.detail(), ""));
    }

    private static String place(Receipt.Facts facts) {
        if (facts.statusId() != null) {
            return "/timeline/thread?id=" + facts.statusId();
        }
        String url = Objects.requireNonNullElse(facts.remoteUrl(), "");
        // What a foreign server calls its address must not become a script in our page.
        return url.startsWith("https://") || url.startsWith("http://") ? url : "";
    }

    private static String time(@Nullable Instant at, ZoneId zone, Messages messages) {
        return at == null
                ? ""
                : LocalFormat.date(FormatStyle.MEDIUM)
                                .withLocale(messages.getLocale())
                                .format(at.atZone(zone)) + " "
                        + DateTimeFormatter.ofPattern("HH:mm:ss", messages.getLocale())
                                .format(at.atZone(zone));
    }
}
