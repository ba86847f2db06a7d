package org.gazouillis.web.dashboard;

import jakarta.json.bind.annotation.JsonbNillable;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.gazouillis.dashboard.AudienceReport;
import org.gazouillis.dashboard.BrandPerformance;
import org.gazouillis.dashboard.Period;
import org.gazouillis.rollup.Audience;
import org.gazouillis.rollup.Totals;
import org.gazouillis.tenancy.VisibleBrand;
import org.jspecify.annotations.Nullable;

/// Who follows a brand or an account, and when its readers are there.
///
/// @param people how many different people follow now
/// @param days null figures where nothing is known yet; `followers` are those at the day's end, by account
/// @param languages `language` is null for all languages together that have fewer than ten followers
/// @param hours Monday 0 o'clock of the brand's clock first
@JsonbNillable
public record AudienceJson(
        String brand,
        String handle,
        OffsetDateTime from,
        OffsetDateTime to,
        String zone,
        OffsetDateTime dataAsOf,
        long people,
        List<DayJson> days,
        List<LanguageJson> languages,
        List<HourJson> hours) {
    /// The followers of a day.
    @JsonbNillable
    public record DayJson(
            String day,
            @Nullable Long gained,
            @Nullable Long lost,
            @Nullable Long followers) {
        static DayJson of(BrandPerformance.Bucket bucket) {
            Totals totals = bucket.totals();
            Audience audience = totals == null ? null : totals.audience();
            String day = bucket.start().toLocalDate().toString();
            return audience == null
                    ? new DayJson(day, null, null, null)
                    : new DayJson(day, audience.gained(), audience.lost(), audience.atEnd());
        }
    }

    /// How many people follow in a language.
    @JsonbNillable
    public record LanguageJson(@Nullable String language, long followers) {}

    /// What readers did in an hour of the week.
    public record HourJson(String weekday, int hour, long impressions, long engagements) {
        static HourJson of(AudienceReport.Hour hour) {
            return new HourJson(
                    hour.day().name().toLowerCase(Locale.ROOT), hour.hour(), hour.impressions(), hour.engagements());
        }
    }

    static AudienceJson of(VisibleBrand brand, AudienceReport report) {
        Period period = report.growth().period();
        ZoneId zone = period.zone();
        return new AudienceJson(
                brand.id().toString(),
                brand.handle(),
                period.range().from().atZone(zone).toOffsetDateTime(),
                period.range().to().atZone(zone).toOffsetDateTime(),
                zone.getId(),
                report.growth().asOf().atZone(zone).toOffsetDateTime(),
                report.people(),
                report.growth().buckets().stream().map(DayJson::of).toList(),
                report.languages().stream()
                        .map(each -> new LanguageJson(each.lang(), each.followers()))
                        .toList(),
                report.hours().stream().map(HourJson::of).toList());
    }
}
