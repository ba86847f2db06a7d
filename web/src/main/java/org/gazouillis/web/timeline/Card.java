package org.gazouillis.web.timeline;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import org.gazouillis.microblog.Poll;
import org.gazouillis.microblog.Profile;
import org.gazouillis.microblog.StatusImage;
import org.gazouillis.timeline.Quoted;
import org.gazouillis.timeline.StatusView;
import org.gazouillis.web.i18n.LocalFormat;
import org.gazouillis.web.i18n.Messages;
import org.gazouillis.web.microblog.Addresses;
import org.gazouillis.web.microblog.StatusHtml;
import org.jspecify.annotations.Nullable;

/// A status as an article on a page, in the reader's language and zone. Pages call its methods: `#{card.html()}`.
///
/// @param bookmarked whether the member keeps it, whomever they speak for
public record Card(
        StatusView status, boolean bookmarked, Addresses addresses, Messages texts, ZoneId zone, Instant now) {
    /// Id of the row in the timeline, which pages continue from.
    public String id() {
        return status.id().toString();
    }

    public StatusView shown() {
        return status.shown();
    }

    public Profile author() {
        return shown().author();
    }

    public boolean repost() {
        return status.repostOf() != null;
    }

    public String reposter() {
        return texts.text("timeline.reposted-by", status.author().name());
    }

    public String html() {
        return StatusHtml.of(shown(), addresses);
    }

    public List<StatusImage> images() {
        return shown().images();
    }

    /// What it asks; null when it asks nothing.
    public @Nullable PollCard poll() {
        Poll poll = shown().poll();
        return poll == null ? null : new PollCard(poll, texts, zone, now);
    }

    public String file(StatusImage image) {
        return addresses.media(image.file());
    }

    public String smallFile(StatusImage image) {
        return addresses.media(image.smallFile());
    }

    public String thread() {
        return addresses.status(shown().id());
    }

    /// Where it is quoted, with the pen in hand.
    public String quotes() {
        return addresses.quotes(shown().id()) + "#say-text";
    }

    /// Whether it quotes a status that its author took away.
    public boolean quotesGone() {
        Quoted quote = shown().quote();
        return quote != null && quote.gone();
    }

    /// The quoted status; null when there is none to be shown.
    public @Nullable Card quoted() {
        Quoted quote = shown().quote();
        StatusView other = quote == null ? null : quote.status();
        return other == null ? null : new Card(other, false, addresses, texts, zone, now);
    }

    /// Where the quoted status is read when it is only named; empty when it is shown, gone or not there at all.
    public String further() {
        Quoted quote = shown().quote();
        return quote == null || quote.gone() || quote.status() != null ? "" : addresses.status(quote.id());
    }

    /// `Quoted: Vélo Nord`, when this card stands beneath another's words.
    public String asQuoted() {
        return texts.text("timeline.quoted", author().name());
    }

    /// With the status in it, so that a follow is known to come from it.
    public String profile() {
        return addresses.profile(author().handle()) + "&from=" + shown().id();
    }

    public String avatar() {
        return addresses.avatar(author().id());
    }

    /// ISO 8601, for `datetime`.
    public String iso() {
        return shown().createdAt().toString();
    }

    /// `5 min` on the same day, a date before.
    public String ago() {
        Duration age = Duration.between(shown().createdAt(), now);
        if (age.toMinutes() < 1) {
            return texts.text("timeline.ago.now");
        }
        if (age.toHours() < 1) {
            return texts.text("timeline.ago.minutes", age.toMinutes());
        }
        return age.toHours() < 24
                ? texts.text("timeline.ago.hours", age.toHours())
                : formatted(LocalFormat.date(FormatStyle.MEDIUM));
    }

    /// The full time with the zone's name.
    public String when() {
        return formatted(LocalFormat.dateTime(FormatStyle.LONG, FormatStyle.SHORT)) + " · "
                + (zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId());
    }

    private String formatted(DateTimeFormatter format) {
        return format.withLocale(texts.getLocale()).format(shown().createdAt().atZone(zone));
    }
}
