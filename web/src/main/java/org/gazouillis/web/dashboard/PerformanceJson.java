package org.gazouillis.web.dashboard;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gazouillis.dashboard.BrandPerformance;
import org.gazouillis.rollup.Measure;
import org.gazouillis.rollup.Totals;
import org.gazouillis.tenancy.VisibleBrand;
import org.jspecify.annotations.Nullable;

/// A brand's measures of a period.
///
/// @param from the period as it was counted: its ends lie on quarters of an hour; `to` is excluded
/// @param zone the brand's; buckets are hours and days of its clock
/// @param dataAsOf everything that happened until then is counted
/// @param definitions version of each measure's definition
/// @param totals each measure of the whole period; people are counted once
/// @param buckets without holes; null where nothing is known yet
public record PerformanceJson(
        String brand,
        String handle,
        OffsetDateTime from,
        OffsetDateTime to,
        String zone,
        String bucket,
        OffsetDateTime dataAsOf,
        Map<String, Integer> definitions,
        Map<String, FigureJson> totals,
        List<BucketJson> buckets) {
    /// `values` maps each measure to a number or null.
    public record BucketJson(OffsetDateTime start, JsonObject values) {}

    static PerformanceJson of(VisibleBrand brand, BrandPerformance performance, List<Measure> measures) {
        ZoneId zone = performance.period().zone();
        Map<String, Integer> definitions = new LinkedHashMap<>();
        Map<String, FigureJson> totals = new LinkedHashMap<>();
        for (Measure measure : measures) {
            definitions.put(measure.key(), measure.version());
            totals.put(measure.key(), FigureJson.of(measure.of(performance.totals())));
        }
        return new PerformanceJson(
                brand.id().toString(),
                brand.handle(),
                local(performance.period().range().from(), zone),
                local(performance.period().range().to(), zone),
                zone.getId(),
                performance.step().key(),
                local(performance.asOf(), zone),
                definitions,
                totals,
                performance.buckets().stream()
                        .map(bucket ->
                                new BucketJson(bucket.start().toOffsetDateTime(), values(bucket.totals(), measures)))
                        .toList());
    }

    private static JsonObject values(@Nullable Totals totals, List<Measure> measures) {
        JsonObjectBuilder values = Json.createObjectBuilder();
        for (Measure measure : measures) {
            switch (measure.of(totals).value()) {
                case null -> values.addNull(measure.key());
                case Long count -> values.add(measure.key(), count);
                case Number ratio -> values.add(measure.key(), ratio.doubleValue());
            }
        }
        return values.build();
    }

    private static OffsetDateTime local(Instant time, ZoneId zone) {
        return time.atZone(zone).toOffsetDateTime();
    }
}
