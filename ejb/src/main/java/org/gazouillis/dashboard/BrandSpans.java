package org.gazouillis.dashboard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.kernel.TimeRange;
import org.gazouillis.rollup.Tally;
import org.jdbi.v3.core.statement.Query;

/// The periods of many brands, each in its own zone, as columns that one statement joins.
///
/// @param wholes which whole days to read of which brand
/// @param parts which quarters of an hour to read of which brand: what is left at the ends
/// @param ranges the periods from end to end
record BrandSpans(List<Days> wholes, List<Range> parts, List<Range> ranges) {
    /// A status' id may be a little older than its `created_at`; ids only narrow the search.
    private static final Duration SLACK = Duration.ofHours(1);

    /// Rows `r` of both grains of one dimension, with `brand_id`, over the periods. Binds [#bindRows].
    static final String ROWS = String.format(Locale.ROOT, """
            (select b.* from unnest(:dayBrands, :firsts, :lasts) as s (brand, first, last)
             cross join lateral (
               select brand_id, subject_id, %1$s, follows, unfollows,
                 people, anonymous, engaged
               from day_bucket where workspace_id = :workspace and brand_id = s.brand and dimension = :dimension
                 and day >= s.first::date and day < s.last::date) b
             union all
             select b.* from unnest(:partBrands, :partFroms, :partTos) as s (brand, start, stop)
             cross join lateral (
               select brand_id, subject_id, %1$s, follows, unfollows,
                 people, anonymous, engaged
               from quarter_bucket where workspace_id = :workspace and brand_id = s.brand and dimension = :dimension
                 and quarter >= to_timestamp(s.start) and quarter < to_timestamp(s.stop)) b) r
            """, Tally.columns("?"));

    /// The periods `s` with `brand`, `start`, `stop` and the ids `first` and `last` of statuses. Binds [#bindRanges].
    static final String RANGES = """
            (select brand, to_timestamp(start) as start, to_timestamp(stop) as stop, first, last
             from unnest(:brands, :froms, :tos, :firstIds, :lastIds) as s (brand, start, stop, first, last)) s
            """;

    record Days(BrandId brand, String first, String afterLast) {}

    record Range(BrandId brand, TimeRange range) {}

    static BrandSpans of(Map<BrandId, Period> periods) {
        List<Days> wholes = new ArrayList<>();
        List<Range> parts = new ArrayList<>();
        List<Range> ranges = new ArrayList<>();
        periods.forEach((brand, period) -> {
            PeriodCut cut = PeriodCut.of(period, Step.DAY);
            wholes.add(
                    new Days(brand, cut.firstDay().toString(), cut.afterLast().toString()));
            cut.quarters().forEach(part -> parts.add(new Range(brand, part)));
            ranges.add(new Range(brand, period.range()));
        });
        return new BrandSpans(wholes, parts, ranges);
    }

    Query bindRows(Query query) {
        return query.bind(
                        "dayBrands",
                        wholes.stream().map(each -> each.brand().value()).toArray(Long[]::new))
                .bind("firsts", wholes.stream().map(Days::first).toArray(String[]::new))
                .bind("lasts", wholes.stream().map(Days::afterLast).toArray(String[]::new))
                .bind("partBrands", brands(parts))
                .bind("partFroms", starts(parts))
                .bind("partTos", stops(parts));
    }

    Query bindRanges(Query query) {
        return query.bind("brands", brands(ranges))
                .bind("froms", starts(ranges))
                .bind("tos", stops(ranges))
                .bind(
                        "firstIds",
                        ranges.stream()
                                .map(each ->
                                        TimeOrderedIds.floor(each.range().from().minus(SLACK)))
                                .toArray(Long[]::new))
                .bind(
                        "lastIds",
                        ranges.stream()
                                .map(each ->
                                        TimeOrderedIds.floor(each.range().to().plus(SLACK)))
                                .toArray(Long[]::new));
    }

    private static Long[] brands(List<Range> ranges) {
        return ranges.stream().map(each -> each.brand().value()).toArray(Long[]::new);
    }

    /// Ends lie on quarters of an hour: seconds are exact.
    private static Long[] starts(List<Range> ranges) {
        return ranges.stream().map(each -> each.range().from().getEpochSecond()).toArray(Long[]::new);
    }

    private static Long[] stops(List<Range> ranges) {
        return ranges.stream().map(each -> each.range().to().getEpochSecond()).toArray(Long[]::new);
    }
}
