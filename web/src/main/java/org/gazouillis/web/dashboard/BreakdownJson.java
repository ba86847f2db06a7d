package org.gazouillis.web.dashboard;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gazouillis.dashboard.Part;
import org.gazouillis.dashboard.Period;
import org.gazouillis.rollup.Dimension;
import org.gazouillis.rollup.Measure;
import org.gazouillis.tenancy.VisibleBrand;

/// A brand's activity in a period, part by part; most impressions first.
public record BreakdownJson(
        String handle, String by, OffsetDateTime from, OffsetDateTime to, String zone, List<PartJson> parts) {

    /// @param key an id, or the hashtag without its sign
    /// @param name what people call it
    public record PartJson(String key, String name, Map<String, FigureJson> measures) {}

    static BreakdownJson of(VisibleBrand brand, Dimension by, Period period, List<Part> parts, List<Measure> measures) {
        ZoneId zone = period.zone();
        return new BreakdownJson(
                brand.handle(),
                by.key(),
                period.range().from().atZone(zone).toOffsetDateTime(),
                period.range().to().atZone(zone).toOffsetDateTime(),
                zone.getId(),
                parts.stream().map(part -> part(part, measures)).toList());
    }

    private static PartJson part(Part part, List<Measure> measures) {
        Map<String, FigureJson> figures = new LinkedHashMap<>();
        measures.forEach(measure -> figures.put(measure.key(), FigureJson.of(measure.of(part.totals()))));
        return new PartJson(part.key(), part.name(), figures);
    }
}
