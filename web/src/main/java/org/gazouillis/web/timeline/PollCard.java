package org.gazouillis.web.timeline;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.stream.IntStream;
import org.gazouillis.microblog.Poll;
import org.gazouillis.web.i18n.LocalFormat;
import org.gazouillis.web.i18n.Messages;

/// A poll on a card, in the reader's language and zone.
public record PollCard(Poll poll, Messages texts, ZoneId zone, Instant now) {
    private static final double HUNDRED = 100;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int MINUTES = 60;
    private static final int HOURS = 24;

    public String id() {
        return poll.id().toString();
    }

    public boolean multiple() {
        return poll.multiple();
    }

    /// Whether the reader has a vote and has not used it.
    public boolean open() {
        return !poll.ended() && !poll.own() && !poll.isVoted();
    }

    /// Whether the results may be seen.
    public boolean told() {
        return poll.isTold();
    }

    public List<Row> options() {
        return IntStream.range(0, poll.options().size()).mapToObj(this::row).toList();
    }

    /// Where a vote goes without script.
    public String action(String as) {
        String whose = as.isEmpty() ? "" : "?as=" + URLEncoder.encode(as, StandardCharsets.UTF_8);
        return "/api/desk/v1/polls/" + id() + "/votes" + whose;
    }

    public String signIn() {
        return texts.text("timeline.sign-in", texts.text("poll.vote"));
    }

    /// How many voted, by which the shares are counted.
    public String turnout() {
        return texts.text(poll.multiple() ? "poll.voters" : "poll.votes", poll.voters());
    }

    /// `ends in 2 h`.
    public String end() {
        if (poll.ended()) {
            return texts.text("poll.ended");
        }
        Duration left = Duration.between(now, poll.endsAt());
        if (left.compareTo(MINUTE) < 0) {
            return texts.text("poll.ends.soon");
        }
        if (rounded(left, MINUTE) < MINUTES) {
            return texts.text("poll.ends.minutes", rounded(left, MINUTE));
        }
        return rounded(left, HOUR) < HOURS
                ? texts.text("poll.ends.hours", rounded(left, HOUR))
                : texts.text("poll.ends.days", rounded(left, HOUR.multipliedBy(HOURS)));
    }

    private static long rounded(Duration time, Duration unit) {
        return time.plus(unit.dividedBy(2)).dividedBy(unit);
    }

    /// ISO 8601, for `datetime`.
    public String iso() {
        return poll.endsAt().toString();
    }

    /// The full time of the end.
    public String when() {
        return LocalFormat.dateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(texts.getLocale())
                .format(poll.endsAt().atZone(zone));
    }

    /// Of several choices each counts, so shares are of people and may be more than a whole together.
    private Row row(int place) {
        Poll.Option option = poll.options().get(place);
        double share = poll.voters() == 0 ? 0 : (double) option.votes() / poll.voters();
        return new Row(
                place,
                option.title(),
                poll.chosen().contains(place),
                (int) Math.round(share * HUNDRED),
                texts.text("poll.share", share),
                texts.text("poll.votes", option.votes()));
    }

    /// @param percent for the bar
    /// @param share the same in words
    public record Row(int place, String title, boolean chosen, int percent, String share, String votes) {}
}
