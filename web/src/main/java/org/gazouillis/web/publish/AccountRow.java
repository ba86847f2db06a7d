package org.gazouillis.web.publish;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Objects;
import org.gazouillis.network.Networks;
import org.gazouillis.publish.ConnectedAccount;
import org.gazouillis.web.i18n.LocalFormat;
import org.gazouillis.web.i18n.Messages;

/// An account as the page shows it.
///
/// @param trouble what is wrong and how to mend it; empty when nothing is
/// @param expiry when its token ends, in words; empty when nobody knows
public record AccountRow(
        String id,
        String network,
        String handle,
        String endpoint,
        String word,
        String pill,
        String trouble,
        String expiry,
        boolean endsSoon,
        int waiting,
        boolean outside,
        boolean enabled,
        boolean tokened) {
    private static final Duration SOON = Duration.ofDays(14);

    static AccountRow of(ConnectedAccount account, ZoneId zone, Messages messages, Clock clock) {
        boolean outside = !account.network().equals(Networks.BUILT_IN);
        Instant end = account.expiresAt();
        return new AccountRow(
                account.id().toString(),
                PublishWords.network(account.network(), messages),
                account.handle(),
                Objects.requireNonNullElse(account.endpoint(), ""),
                messages.text("account.state." + account.state().toLowerCase(Locale.ROOT)),
                pill(account.state()),
                account.trouble() == null
                        ? ""
                        : messages.text("account.trouble." + account.trouble().toLowerCase(Locale.ROOT)),
                end == null
                        ? ""
                        : messages.text(
                                end.isAfter(clock.instant()) ? "account.ends" : "account.ended",
                                LocalFormat.date(FormatStyle.LONG)
                                        .withLocale(messages.getLocale())
                                        .format(end.atZone(zone))),
                end != null && end.isBefore(clock.instant().plus(SOON)),
                account.waiting(),
                outside,
                !account.state().equals("DISABLED"),
                account.network().equals("mastodon"));
    }

    private static String pill(String state) {
        return switch (state) {
            case "ACTIVE" -> "success";
            case "PAUSED" -> "danger";
            default -> "";
        };
    }
}
