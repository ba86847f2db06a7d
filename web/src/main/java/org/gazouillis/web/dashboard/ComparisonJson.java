package org.gazouillis.web.dashboard;

import jakarta.json.bind.annotation.JsonbNillable;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gazouillis.dashboard.BrandPerformance;
import org.gazouillis.dashboard.Change;
import org.gazouillis.dashboard.Comparison;
import org.gazouillis.kernel.TimeRange;
import org.gazouillis.rollup.MeanOfRatios;
import org.gazouillis.rollup.Measure;
import org.jspecify.annotations.Nullable;

/// A brand's measures of a period beside those of another.
///
/// @param posts how many posts the period's figures come from
/// @param withoutFigures posts of the period on other networks, which are missing in all figures
public record ComparisonJson(
        String handle,
        String zone,
        OffsetDateTime from,
        OffsetDateTime to,
        OffsetDateTime fromBefore,
        OffsetDateTime toBefore,
        OffsetDateTime dataAsOf,
        int posts,
        int postsBefore,
        long withoutFigures,
        Map<String, MeasureChangeJson> measures) {

    /// @param low    of the difference, in the unit of the measure; null when there is no interval
    /// @param ground what the interval stands on, `people` or `posts`, or why there is none: `too_few` or
    ///     `not_of_posts`
    /// @param direction 1 or -1 only when the interval excludes zero
    /// @param mean   mean of the posts' rates, beside the pooled rate in `now`; null where posts have no rate
    @JsonbNillable
    public record MeasureChangeJson(
            FigureJson now,
            FigureJson before,
            @Nullable Double low,
            @Nullable Double high,
            String ground,
            int direction,
            @Nullable Double mean) {}

    static ComparisonJson of(String handle, Comparison comparison, List<Measure> asked) {
        BrandPerformance now = comparison.now();
        ZoneId zone = now.period().zone();
        TimeRange range = now.period().range();
        TimeRange before = comparison.before().period().range();
        Map<String, MeasureChangeJson> measures = new LinkedHashMap<>();
        asked.forEach(measure -> measures.put(measure.key(), change(measure, comparison)));
        return new ComparisonJson(
                handle,
                zone.getId(),
                range.from().atZone(zone).toOffsetDateTime(),
                range.to().atZone(zone).toOffsetDateTime(),
                before.from().atZone(zone).toOffsetDateTime(),
                before.to().atZone(zone).toOffsetDateTime(),
                now.asOf().atZone(zone).toOffsetDateTime(),
                comparison.posts(),
                comparison.postsBefore(),
                comparison.elsewhere(),
                measures);
    }

    private static MeasureChangeJson change(Measure measure, Comparison comparison) {
        Change change = comparison.change(measure);
        MeanOfRatios mean = measure.isRateOfPosts() ? comparison.mean(measure) : null;
        return new MeasureChangeJson(
                FigureJson.of(measure.of(comparison.now().totals())),
                FigureJson.of(measure.of(comparison.before().totals())),
                change.low(),
                change.high(),
                change.ground().name().toLowerCase(Locale.ROOT),
                change.direction(),
                mean == null ? null : mean.value());
    }
}
