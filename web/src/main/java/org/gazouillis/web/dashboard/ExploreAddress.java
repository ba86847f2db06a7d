package org.gazouillis.web.dashboard;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gazouillis.dashboard.Axis;
import org.gazouillis.dashboard.AxisUnknown;
import org.gazouillis.dashboard.Period;
import org.gazouillis.dashboard.PivotQuestion;
import org.gazouillis.rollup.Measure;
import org.gazouillis.rollup.Window;
import org.jspecify.annotations.Nullable;

/// What the Explore page shows, as it stands in its address. Nonsense falls back to what a newcomer sees.
///
/// @param all    whether all brands that the member may analyse are counted, and not only the one
/// @param period `7d`, `28d`, `90d` or `custom`
/// @param from   only with `custom`
/// @param shown  the measure of the chart and, beside columns, of the table
/// @param top    how many rows are told by name
record ExploreAddress(
        String brand,
        boolean all,
        String period,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Window window,
        Axis rows,
        @Nullable Axis columns,
        List<Measure> measures,
        Measure shown,
        String query,
        int top,
        PivotSort sort) {
    static final List<Integer> TOPS = List.of(10, 20, 50, PivotQuestion.MOST_ROWS);
    private static final int TOP = 20;
    private static final int MOST_DAYS = 731;
    private static final int LONGEST_QUERY = 2_000;
    private static final List<Measure> BEGINNING =
            List.of(Measure.IMPRESSIONS, Measure.REACH, Measure.ENGAGEMENTS, Measure.ENGAGEMENT_RATE);

    static ExploreAddress read(Map<String, List<String>> query, String brand) {
        LocalDate from = date(first(query, "from"));
        LocalDate to = date(first(query, "to"));
        boolean custom = "custom".equals(first(query, "period")) && isSensible(from, to);
        String named = first(query, "period");
        Axis rows = axis(first(query, "rows"), Axis.CAMPAIGN);
        List<Measure> measures = measures(query.getOrDefault("measures", List.of()));
        String show = first(query, "show");
        return new ExploreAddress(
                brand,
                "all".equals(first(query, "scope")),
                custom ? "custom" : AnalyticsAddress.PERIODS.containsKey(named) ? named : "28d",
                custom ? from : null,
                custom ? to : null,
                Window.POST.key().equals(first(query, "window")) ? Window.POST : Window.ACTIVITY,
                rows,
                columns(first(query, "columns"), rows),
                measures,
                measures.stream()
                        .filter(measure -> measure.key().equals(show))
                        .findFirst()
                        .orElse(measures.getFirst()),
                cut(first(query, "q")),
                top(first(query, "top")),
                new PivotSort(first(query, "sort"), "true".equals(first(query, "reverse"))));
    }

    /// @param state what stands behind the question mark
    static ExploreAddress parse(String state, String brand) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (String part : state.split("&")) {
            int sign = part.indexOf('=');
            if (sign > 0) {
                query.put(part.substring(0, sign), List.of(decoded(part.substring(sign + 1))));
            }
        }
        return read(query, brand);
    }

    Period resolve(ZoneId zone, Instant now) {
        return (from != null && to != null)
                ? Period.ofDays(from, to, zone)
                : Period.lastDays(AnalyticsAddress.PERIODS.getOrDefault(period, 28), zone, now);
    }

    PivotQuestion question(List<PivotQuestion.Slice> slices) {
        return new PivotQuestion(
                slices, rows, columns, window, shownFirst(), query, Map.of(), sort.order(rows, measures, shown), top);
    }

    /// Asks for the posts behind a cell.
    PivotQuestion postsWithin(List<PivotQuestion.Slice> slices, Map<Axis, String> within) {
        return new PivotQuestion(
                slices,
                Axis.STATUS,
                null,
                window,
                shownFirst(),
                query,
                within,
                sort.order(Axis.STATUS, measures, shown),
                PivotQuestion.MOST_ROWS);
    }

    private List<Measure> shownFirst() {
        return Stream.concat(Stream.of(shown), measures.stream()).distinct().toList();
    }

    /// The same page with another value of one parameter; an empty one is left out.
    ExploreAddress with(String parameter, String value) {
        Map<String, String> changed = parameters();
        changed.put(parameter, value);
        return parse(join(changed), brand);
    }

    ExploreAddress sorted(PivotSort by) {
        return new ExploreAddress(brand, all, period, from, to, window, rows, columns, measures, shown, query, top, by);
    }

    /// What stands behind the page's address, without the brand.
    String state() {
        return join(parameters());
    }

    /// The page of the posts behind a cell.
    ///
    /// @param column empty for those of the whole row
    String posts(String row, String column) {
        Map<String, String> cell = parameters();
        cell.put("row", row);
        cell.put("column", column);
        cell.remove("sort");
        cell.remove("reverse");
        return "/dashboard/explore-posts?brand=" + brand + "&" + join(cell);
    }

    @Override
    public String toString() {
        return "/dashboard/explore?brand=" + brand + "&" + state();
    }

    /// All that differs from what a newcomer sees, and a few that always stand there.
    private Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("scope", all ? "all" : "");
        parameters.put("period", period);
        parameters.put("from", from == null ? "" : from.toString());
        parameters.put("to", to == null ? "" : to.toString());
        parameters.put("window", window == Window.ACTIVITY ? "" : window.key());
        parameters.put("rows", rows.key());
        parameters.put("columns", columns == null ? "" : columns.key());
        parameters.put("measures", measures.stream().map(Measure::key).collect(Collectors.joining(",")));
        parameters.put("show", shown == measures.getFirst() ? "" : shown.key());
        parameters.put("q", query);
        parameters.put("top", top == TOP ? "" : String.valueOf(top));
        parameters.put("sort", sort.by());
        parameters.put("reverse", sort.reverse() ? "true" : "");
        return parameters;
    }

    private static String join(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException nonsense) {
            return "";
        }
    }

    private static String first(Map<String, List<String>> query, String name) {
        List<String> values = query.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst().strip();
    }

    private static String cut(String query) {
        return query.length() > LONGEST_QUERY ? query.substring(0, LONGEST_QUERY) : query;
    }

    private static int top(String text) {
        return TOPS.stream()
                .filter(each -> each.toString().equals(text))
                .findFirst()
                .orElse(TOP);
    }

    private static Axis axis(String key, Axis otherwise) {
        try {
            return key.isEmpty() ? otherwise : Axis.named(key);
        } catch (AxisUnknown nonsense) {
            return otherwise;
        }
    }

    private static @Nullable Axis columns(String key, Axis rows) {
        Axis columns = axis(key, rows);
        return columns == rows || !columns.fitsColumns() ? null : columns;
    }

    /// Boxes that are ticked come one by one, addresses have a list.
    private static List<Measure> measures(List<String> keys) {
        List<Measure> asked = keys.stream()
                .flatMap(each -> Arrays.stream(each.split(",")))
                .flatMap(key -> Arrays.stream(Measure.values())
                        .filter(measure -> measure.key().equals(key.strip())))
                .filter(measure -> !measure.isOfAccounts())
                .distinct()
                .limit(PivotQuestion.MOST_MEASURES)
                .toList();
        return asked.isEmpty() ? BEGINNING : asked;
    }

    private static boolean isSensible(@Nullable LocalDate from, @Nullable LocalDate to) {
        return from != null && to != null && !to.isBefore(from) && to.toEpochDay() - from.toEpochDay() < MOST_DAYS;
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException nonsense) {
            return null;
        }
    }
}
