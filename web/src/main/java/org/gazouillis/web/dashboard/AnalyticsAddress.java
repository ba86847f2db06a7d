package org.gazouillis.web.dashboard;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.gazouillis.dashboard.Period;
import org.gazouillis.dashboard.Step;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.kernel.MalformedId;
import org.gazouillis.rollup.Measure;
import org.gazouillis.rollup.MeasureUnknown;
import org.jspecify.annotations.Nullable;

/// What the Analytics page shows, as it stands in its address. Nonsense falls back to what a newcomer sees.
///
/// @param period `7d`, `28d`, `90d` or `custom`
/// @param from only with `custom`
record AnalyticsAddress(
        String brand,
        String period,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable CampaignId campaign,
        Measure measure,
        Step step) {
    static final Map<String, Integer> PERIODS = Map.of("7d", 7, "28d", 28, "90d", 90);
    private static final int MOST_DAYS = 366;

    static AnalyticsAddress read(Map<String, String> query, String brand) {
        LocalDate from = date(query.get("from"));
        LocalDate to = date(query.get("to"));
        boolean custom = "custom".equals(query.get("period")) && isSensible(from, to);
        String named = query.getOrDefault("period", "7d");
        Step step = "hour".equals(query.get("bucket")) ? Step.HOUR : Step.DAY;
        AnalyticsAddress address = new AnalyticsAddress(
                brand,
                custom ? "custom" : PERIODS.containsKey(named) ? named : "7d",
                custom ? from : null,
                custom ? to : null,
                campaign(query.get("campaign")),
                measure(query.get("measure")),
                step);
        return step == Step.HOUR && !address.allowsHours() ? address.by(Step.DAY) : address;
    }

    Period resolve(ZoneId zone, Instant now) {
        return (from != null && to != null)
                ? Period.ofDays(from, to, zone)
                : Period.lastDays(PERIODS.getOrDefault(period, 7), zone, now);
    }

    boolean allowsHours() {
        return (from != null && to != null)
                ? to.toEpochDay() - from.toEpochDay() < Step.HOUR.mostDays()
                : PERIODS.getOrDefault(period, 7) <= Step.HOUR.mostDays();
    }

    AnalyticsAddress during(String other) {
        Step sensible = PERIODS.getOrDefault(other, 7) > Step.HOUR.mostDays() ? Step.DAY : step;
        return new AnalyticsAddress(brand, other, null, null, campaign, measure, sensible);
    }

    AnalyticsAddress showing(Measure other) {
        return new AnalyticsAddress(brand, period, from, to, campaign, other, step);
    }

    AnalyticsAddress by(Step other) {
        return new AnalyticsAddress(brand, period, from, to, campaign, measure, other);
    }

    @Override
    public String toString() {
        String text =
                "/dashboard/analytics?brand=" + URLEncoder.encode(brand, StandardCharsets.UTF_8) + "&period=" + period
                        + "&measure=" + measure.key() + "&bucket=" + step.name().toLowerCase(Locale.ROOT);
        if (from != null) {
            text += "&from=" + from + "&to=" + to;
        }
        return campaign == null ? text : text + "&campaign=" + campaign;
    }

    private static boolean isSensible(@Nullable LocalDate from, @Nullable LocalDate to) {
        return from != null && to != null && !to.isBefore(from) && to.toEpochDay() - from.toEpochDay() < MOST_DAYS;
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text);
        } catch (DateTimeException nonsense) {
            return null;
        }
    }

    private static @Nullable CampaignId campaign(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : CampaignId.parse(text);
        } catch (MalformedId nonsense) {
            return null;
        }
    }

    private static Measure measure(@Nullable String key) {
        try {
            return key == null ? Measure.IMPRESSIONS : Measure.named(key);
        } catch (MeasureUnknown nonsense) {
            return Measure.IMPRESSIONS;
        }
    }
}
