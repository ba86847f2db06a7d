package org.gazouillis.web.timeline;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.gazouillis.network.PollTerms;
import org.gazouillis.web.i18n.Messages;
import org.gazouillis.web.shell.Shell;

/// For how long a poll may take votes, to choose from.
@Named
@RequestScoped
public class PollTimes {
    private static final List<Duration> USUAL = List.of(
            PollTerms.SHORTEST,
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(6),
            Duration.ofDays(1),
            Duration.ofDays(3),
            Duration.ofDays(7),
            Duration.ofDays(30));

    @Inject
    private Shell shell;

    /// The usual ones, with a day chosen.
    public List<Time> getUsual() {
        return around(PollTerms.NONE.lasts().toSeconds());
    }

    /// The usual ones and the chosen one, which a program may have put there.
    public List<Time> around(long chosen) {
        return LongStream.concat(USUAL.stream().mapToLong(Duration::toSeconds), LongStream.of(chosen))
                .sorted()
                .distinct()
                .mapToObj(seconds -> new Time(seconds, words(seconds, shell.texts()), seconds == chosen))
                .toList();
    }

    /// In the largest unit that says it exactly, else in minutes.
    static String words(long seconds, Messages texts) {
        return Stream.of("days", "hours")
                .filter(unit -> seconds % length(unit) == 0)
                .map(unit -> texts.text("poll.lasts." + unit, seconds / length(unit)))
                .findFirst()
                .orElseGet(() -> texts.text(
                        "poll.lasts.minutes", seconds / Duration.ofMinutes(1).toSeconds()));
    }

    private static long length(String unit) {
        return (unit.equals("days") ? Duration.ofDays(1) : Duration.ofHours(1)).toSeconds();
    }

    /// One of them, in the shape of a choice in a menu.
    public record Time(long value, String label, boolean chosen) {}
}
