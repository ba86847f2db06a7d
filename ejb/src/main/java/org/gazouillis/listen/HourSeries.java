package org.gazouillis.listen;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Counts of a search by the hours of a zone, from quarters of an hour in the index, so that zones of half and
/// quarter hours have their own hours, too.
///
/// @param from where the first quarter begins
/// @param quarters a count for each
record HourSeries(Instant from, int[] quarters, ZoneId zone) {
    static final Duration QUARTER = Duration.ofMinutes(15);
    private static final int QUARTERS = 4;

    /// Where the quarters have to begin for hours from `first` on and the weeks before them.
    static Instant fromFor(Instant first, ZoneId zone) {
        return hourOf(first, zone).minusWeeks(Baseline.WEEKS).minusHours(1).toInstant();
    }

    /// How many quarters there are from then until `until`, begun ones included.
    static int quartersUntil(Instant from, Instant until) {
        return (int) Math.ceilDiv(Duration.between(from, until).toMillis(), QUARTER.toMillis());
    }

    /// The number of the quarter that holds the beginning of a bar, of which the first may have begun before `from`.
    static int quarter(Instant from, Instant bar) {
        return Math.max(0, Math.toIntExact(Duration.between(from, bar).dividedBy(QUARTER)));
    }

    /// The hour that holds the instant.
    static ZonedDateTime hourOf(Instant instant, ZoneId zone) {
        return instant.atZone(zone).truncatedTo(ChronoUnit.HOURS);
    }

    int count(ZonedDateTime hour) {
        long first = Duration.between(from, hour.toInstant()).dividedBy(QUARTER);
        int sum = 0;
        for (long at = first; at < first + QUARTERS; at++) {
            sum += at >= 0 && at < quarters.length ? quarters[(int) at] : 0;
        }
        return sum;
    }

    /// All from the hour at `first` on.
    long since(Instant first) {
        long at = Math.max(0, Duration.between(from, first).dividedBy(QUARTER));
        return Arrays.stream(quarters).skip(at).asLongStream().sum();
    }

    Baseline baseline(ZonedDateTime hour) {
        int[] counts = new int[Baseline.WEEKS];
        for (int week = 0; week < counts.length; week++) {
            counts[week] = count(hour.minusWeeks(week + 1L));
        }
        return Baseline.of(counts);
    }

    /// The hours from `first` on, up to `end`, in which the wish would have had its member told.
    List<Spike> spikes(Instant first, Instant end, AlertWish wish) {
        List<Spike> spikes = new ArrayList<>();
        for (ZonedDateTime hour = hourOf(first, zone); hour.toInstant().isBefore(end); hour = hour.plusHours(1)) {
            int posts = count(hour);
            if (posts >= wish.least()) {
                Baseline usual = baseline(hour);
                double threshold = usual.threshold(wish);
                if (posts >= threshold) {
                    spikes.add(new Spike(hour.toInstant(), posts, usual.usual(), usual.spread(), threshold));
                }
            }
        }
        return spikes;
    }
}
