package org.gazouillis.listen;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;
import org.gazouillis.kernel.TimeRange;
import org.jspecify.annotations.Nullable;

/// How often each voice is heard in a period, and its share: posts of the voice ÷ posts of all voices. A post that
/// several voices find counts for each of them.
///
/// @param zone in which days begin
/// @param days of the period, one for each number of [Heard#byDay]
/// @param different posts that some voice finds, each once: the counts of all voices are more where a post has several
/// @param folded whether what says nearly the same is counted once, which holds for all voices or for none: it takes
///     reading each post, and there may be too many
/// @param whole false while the index is being built: then there may be more
/// @param behindSince since when the index does not follow; null while it does
public record ShareOfVoice(
        TimeRange range,
        ZoneId zone,
        List<LocalDate> days,
        List<Heard> voices,
        long different,
        boolean folded,
        boolean whole,
        @Nullable Instant behindSince) {
    private static final double ERROR_RATE = 0.05;

    public ShareOfVoice {
        days = List.copyOf(days);
        voices = List.copyOf(voices);
    }

    /// One voice.
    ///
    /// @param posts that its search finds
    /// @param firsts of these, what says nearly the same counted once, in its first post; null when not [#folded]
    /// @param byDay firsts, or posts when these are not known, of each day
    public record Heard(Voice voice, long posts, @Nullable Long firsts, List<Long> byDay) {
        public Heard {
            byDay = List.copyOf(byDay);
        }

        /// What the share is made of.
        public long counted() {
            return firsts == null ? posts : firsts;
        }
    }

    /// A share with its interval of 95 % (Wilson's), as if what was said were a sample of all that could have been.
    public record Share(double value, double low, double high) {}

    /// The denominator of all shares.
    public long counted() {
        return voices.stream().mapToLong(Heard::counted).sum();
    }

    /// How often a post is counted for one voice more.
    public long overlap() {
        return Math.max(0, voices.stream().mapToLong(Heard::posts).sum() - different);
    }

    /// Null when no voice was heard.
    public @Nullable Share share(Heard heard) {
        long all = counted();
        if (all == 0 || all > Integer.MAX_VALUE) {
            return null;
        }
        Interval wilson = BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(
                Math.toIntExact(all), Math.toIntExact(heard.counted()), ERROR_RATE);
        return new Share(heard.counted() / (double) all, wilson.getLowerBound(), wilson.getUpperBound());
    }

    /// The voice's share of one day; null when no voice was heard.
    public @Nullable Double shareOfDay(Heard heard, int day) {
        long all = voices.stream().mapToLong(voice -> voice.byDay().get(day)).sum();
        return all == 0 ? null : heard.byDay().get(day) / (double) all;
    }
}
