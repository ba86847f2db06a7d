package org.gazouillis.dashboard;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.gazouillis.kernel.BrandId;
import org.jspecify.annotations.Nullable;

/// A brand at one glance.
///
/// @param today states of today's posts in the order of their times, at most a dozen
/// @param impressions of the last fourteen local days, today last
/// @param laterThatDay impressions a week ago after this time of the day: today has not come so far yet
public record BrandOverview(
        BrandId id,
        String handle,
        String name,
        ZoneId zone,
        String colour,
        Attention attention,
        int queuedToday,
        List<String> today,
        @Nullable Instant nextAt,
        @Nullable String nextText,
        @Nullable String nextLang,
        List<Long> impressions,
        long laterThatDay) {
    static final int DAYS = 7;

    public BrandOverview {
        today = List.copyOf(today);
        impressions = List.copyOf(impressions);
    }

    /// How many posts need somebody: failed, missed, held back, waiting for approval.
    public record Attention(int failed, int missed, int held, int waiting) {
        public int trouble() {
            return failed + missed + held;
        }
    }

    /// Impressions of the last seven days, day by day.
    public List<Long> week() {
        return impressions.subList(impressions.size() - DAYS, impressions.size());
    }

    public long weekTotal() {
        return sum(week());
    }

    /// By which share the last seven days differ from the seven before until the same time of the day; null when
    /// there was nothing to compare with.
    public @Nullable Double weekChange() {
        long before = sum(impressions.subList(impressions.size() - 2 * DAYS, impressions.size() - DAYS)) - laterThatDay;
        return before == 0 ? null : (weekTotal() - before) / (double) before;
    }

    private static long sum(List<Long> numbers) {
        return numbers.stream().mapToLong(Long::longValue).sum();
    }
}
