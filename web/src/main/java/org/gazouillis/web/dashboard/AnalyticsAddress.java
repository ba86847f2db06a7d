package org.gazouillis.web.dashboard;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.gazouillis.dashboard.Against;
import org.gazouillis.dashboard.PerformanceQuery;
import org.gazouillis.dashboard.Period;
import org.gazouillis.dashboard.Step;
import org.gazouillis.dashboard.Subject;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.kernel.MalformedId;
import org.gazouillis.rollup.Measure;
import org.gazouillis.rollup.MeasureUnknown;
import org.gazouillis.rollup.Window;
import org.jspecify.annotations.Nullable;

/// What the Analytics page shows, as it stands in its address. Nonsense falls back to what a newcomer sees.
///
/// @param period  `7d`, `28d`, `90d` or `custom`
/// @param from    only with `custom`
/// @param tag     the hashtag that is looked at, without its sign; empty when it is none
/// @param against with which period this one is compared
/// @param since   where the other period begins, when that is said by a date; it is as long as this one
/// @param mean    whether rates are means over posts and not pooled
record AnalyticsAddress(
        String brand,
        String period,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable CampaignId campaign,
        String tag,
        Measure measure,
        Step step,
        Window window,
        Against against,
        @Nullable LocalDate since,
        boolean mean) {
    static final Map<String, Integer> PERIODS = Map.of("7d", 7, "28d", 28, "90d", 90);
    private static final int MOST_DAYS = 366;

    static AnalyticsAddress read(Map<String, String> query, String brand) {
        LocalDate from = date(query.get("from"));
        LocalDate to = date(query.get("to"));
        boolean custom = "custom".equals(query.get("period")) && isSensible(from, to);
        String named = query.getOrDefault("period", "7d");
        AnalyticsAddress address = new AnalyticsAddress(
                brand,
                custom ? "custom" : PERIODS.containsKey(named) ? named : "7d",
                custom ? from : null,
                custom ? to : null,
                campaign(query.get("campaign")),
                Subject.ofHashtag(query.getOrDefault("tag", "")).key(),
                measure(query.get("measure")),
                "hour".equals(query.get("bucket")) ? Step.HOUR : Step.DAY,
                Window.POST.key().equals(query.get("window")) ? Window.POST : Window.ACTIVITY,
                against(query.get("against")),
                date(query.get("since")),
                "mean".equals(query.get("average")));
        return address.step() == Step.HOUR && !address.allowsHours() ? address.with("bucket", Step.DAY.key()) : address;
    }

    PerformanceQuery query(BrandId id, ZoneId zone, Instant now) {
        Subject subject = tag.isEmpty() ? Subject.of(id, campaign) : Subject.ofHashtag(tag);
        return new PerformanceQuery(id, resolve(zone, now), step, subject, window);
    }

    Period resolve(ZoneId zone, Instant now) {
        return (from != null && to != null)
                ? Period.ofDays(from, to, zone)
                : Period.lastDays(PERIODS.getOrDefault(period, 7), zone, now);
    }

    /// The other period; one that is said by a date has as many days.
    Period other(Period resolved) {
        return since == null
                ? against.of(resolved)
                : Period.ofDays(since, since.plusDays(resolved.days() - 1L), resolved.zone());
    }

    boolean allowsHours() {
        return (from != null && to != null)
                ? to.toEpochDay() - from.toEpochDay() < Step.HOUR.mostDays()
                : PERIODS.getOrDefault(period, 7) <= Step.HOUR.mostDays();
    }

    /// The same page with another value of one parameter.
    AnalyticsAddress with(String parameter, String value) {
        Map<String, String> changed = parameters();
        changed.put(parameter, value);
        return read(changed, brand);
    }

    @Override
    public String toString() {
        return "/dashboard/analytics?"
                + parameters().entrySet().stream()
                        .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }

    /// All that differs from what a newcomer sees, and a few that always stand there.
    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("brand", brand);
        parameters.put("period", period);
        parameters.put("measure", measure.key());
        parameters.put("bucket", step.key());
        put(parameters, "from", from);
        put(parameters, "to", to);
        put(parameters, "campaign", campaign);
        put(parameters, "tag", tag.isEmpty() ? null : tag);
        put(parameters, "window", window == Window.ACTIVITY ? null : window.key());
        put(parameters, "against", against == Against.PREVIOUS ? null : against.key());
        put(parameters, "since", since);
        put(parameters, "average", mean ? "mean" : null);
        return parameters;
    }

    private static void put(Map<String, String> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value.toString());
        }
    }

    private static Against against(@Nullable String key) {
        return Arrays.stream(Against.values())
                .filter(each -> each.key().equals(key == null ? "" : key.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(Against.PREVIOUS);
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
