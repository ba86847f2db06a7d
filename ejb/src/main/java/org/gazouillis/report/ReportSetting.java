package org.gazouillis.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.gazouillis.reports.ReportDocument;
import org.gazouillis.reports.ReportDocument.Bar;
import org.gazouillis.reports.ReportDocument.Bars;
import org.gazouillis.reports.ReportDocument.Block;
import org.gazouillis.reports.ReportDocument.Figure;
import org.gazouillis.reports.ReportDocument.Figures;
import org.gazouillis.reports.ReportDocument.Grid;
import org.gazouillis.reports.ReportDocument.Head;
import org.gazouillis.reports.ReportDocument.Heading;
import org.gazouillis.reports.ReportDocument.PageBreak;
import org.gazouillis.reports.ReportDocument.Paragraph;
import org.jspecify.annotations.Nullable;

/// Turns a run into a document: sums, bars and lists of its posts. All is *post view*: posts published in the period
/// with what they gathered until `asOf`. Rates are pooled, sum by sum; reach is people and never summed.
final class ReportSetting {
    private static final int TOP = 5;
    private static final int MOST_ROWS = 1_000;
    private static final int MOST_BARS = 92;

    private final ReportRun run;
    private final List<@Nullable Object[]> rows;
    private final ReportWords words;
    private final Map<ReportVariable, String> variables = new EnumMap<>(ReportVariable.class);
    private final @Nullable Long impressions;
    private final @Nullable Long engagements;
    private final long unknown;

    ReportSetting(ReportRun run, FrozenRows frozen) {
        this.run = run;
        rows = frozen.rows();
        words = new ReportWords(run.plan().locale(), run.zone());
        List<@Nullable Object[]> known = rows.stream()
                .filter(row -> FrozenRows.number(row, EngagementColumn.IMPRESSIONS) != null
                        && FrozenRows.number(row, EngagementColumn.ENGAGEMENTS) != null)
                .toList();
        impressions = sum(known, EngagementColumn.IMPRESSIONS);
        engagements = sum(known, EngagementColumn.ENGAGEMENTS);
        unknown = (long) rows.size() - known.size();
        variables.put(ReportVariable.BRAND, run.brandName());
        variables.put(ReportVariable.PERIOD, words.period(run.firstDay(), run.lastDay()));
        variables.put(ReportVariable.POSTS, words.count((long) rows.size()));
        variables.put(ReportVariable.IMPRESSIONS, words.count(impressions));
        variables.put(ReportVariable.ENGAGEMENTS, words.count(engagements));
        variables.put(ReportVariable.RATE, words.share(engagements, impressions));
    }

    ReportDocument document() {
        var blocks = new ArrayList<Block>();
        blocks.add(new Paragraph(words.word(
                "subtitle",
                run.brandName(),
                words.period(run.firstDay(), run.lastDay()),
                run.zone().getId())));
        run.plan().blocks().forEach(block -> add(block, blocks));
        blocks.add(new Heading(words.word("definitions")));
        blocks.add(new Paragraph(definitions()));
        return new ReportDocument(
                title(),
                run.plan().locale(),
                run.colour(),
                run.asOf(),
                run.typesetting(),
                words.word("footer", words.moment(run.asOf()), run.zone().getId()),
                blocks);
    }

    /// In the words of the run's own version, so that its file stays what it was. The first was told in those of the
    /// second ever since there were two.
    private String definitions() {
        String version = run.definitionVersion();
        return words.word("definitions.text." + (version.equals("1") ? "2" : version), version);
    }

    /// The report's name with its variables filled in.
    String title() {
        return ReportVariable.filled(run.plan().name(), variables, "–");
    }

    private void add(ReportBlock block, List<Block> blocks) {
        switch (block.kind()) {
            case FIGURES -> blocks.add(figures());
            case CHART -> {
                blocks.add(new Heading(words.word("chart")));
                blocks.add(chart());
            }
            case TOP_POSTS -> {
                blocks.add(new Heading(words.word("top")));
                blocks.add(grid(words.word("top.caption", TOP), best()));
            }
            case TABLE -> {
                blocks.add(new Heading(words.word("table")));
                blocks.add(grid(words.word("table.caption", words.count((long) rows.size())), byTime()));
                if (rows.size() > MOST_ROWS) {
                    blocks.add(new Paragraph(words.word("table.cut", words.count((long) MOST_ROWS))));
                }
            }
            case TEXT -> blocks.add(new Paragraph(ReportVariable.filled(block.text(), variables, "–")));
            case PAGE_BREAK -> blocks.add(new PageBreak());
        }
    }

    private Figures figures() {
        String missing = unknown == 0 ? "" : words.word("missing", words.count(unknown));
        return new Figures(List.of(
                new Figure(words.word("posts"), words.count((long) rows.size()), words.word("posts.note")),
                new Figure(words.word("impressions"), words.count(impressions), missing),
                new Figure(words.word("engagements"), words.count(engagements), missing),
                new Figure(
                        words.word("rate"),
                        words.share(engagements, impressions),
                        words.count(engagements) + " ÷ " + words.count(impressions))));
    }

    private Bars chart() {
        var byDay = new TreeMap<LocalDate, @Nullable Long>();
        boolean weeks = run.firstDay().plusDays(MOST_BARS).isBefore(run.lastDay());
        for (LocalDate day = run.firstDay(); !day.isAfter(run.lastDay()); day = day.plusDays(weeks ? 7 : 1)) {
            byDay.put(day, 0L);
        }
        for (@Nullable Object[] row : rows) {
            Long counted = FrozenRows.number(row, EngagementColumn.IMPRESSIONS);
            var at = FrozenRows.instant(row, EngagementColumn.PUBLISHED_AT);
            if (counted != null && at != null) {
                LocalDate day = byDay.floorKey(at.atZone(run.zone()).toLocalDate());
                byDay.merge(day == null ? byDay.firstKey() : day, counted, Long::sum);
            }
        }
        List<Bar> bars = byDay.entrySet().stream()
                .map(day -> new Bar(words.shortDay(day.getKey()), day.getValue(), words.count(day.getValue())))
                .toList();
        return new Bars(words.word(weeks ? "chart.weeks" : "chart.days"), spoken(byDay), bars);
    }

    private String spoken(TreeMap<LocalDate, @Nullable Long> byDay) {
        Map.Entry<LocalDate, @Nullable Long> highest = byDay.entrySet().stream()
                .max(Comparator.comparingLong(day -> Objects.requireNonNullElse(day.getValue(), 0L)))
                .orElseThrow();
        return words.word(
                "chart.spoken",
                words.period(run.firstDay(), run.lastDay()),
                words.count(impressions),
                words.day(highest.getKey()),
                words.count(highest.getValue()));
    }

    private Grid grid(String caption, List<@Nullable Object[]> posts) {
        return new Grid(
                caption,
                List.of(
                        new Head(words.word("published"), 24, false),
                        new Head(words.word("text"), 46, false),
                        new Head(words.word("impressions"), 17, true),
                        new Head(words.word("engagements"), 18, true),
                        new Head(words.word("rate.short"), 12, true)),
                posts.stream().map(this::cells).toList());
    }

    private List<String> cells(@Nullable Object[] row) {
        Long seen = FrozenRows.number(row, EngagementColumn.IMPRESSIONS);
        Long engaged = FrozenRows.number(row, EngagementColumn.ENGAGEMENTS);
        return List.of(
                words.moment(FrozenRows.instant(row, EngagementColumn.PUBLISHED_AT)),
                Objects.requireNonNullElse(FrozenRows.text(row, EngagementColumn.TEXT), ""),
                words.count(seen),
                words.count(engaged),
                words.share(engaged, seen));
    }

    private List<@Nullable Object[]> best() {
        return rows.stream()
                .filter(row -> FrozenRows.number(row, EngagementColumn.ENGAGEMENTS) != null)
                .sorted(Comparator.comparingLong((@Nullable Object[] row) -> -engagements(row))
                        .thenComparing(ReportSetting::id))
                .limit(TOP)
                .toList();
    }

    private List<@Nullable Object[]> byTime() {
        return rows.stream()
                .sorted(Comparator.comparing(
                                (@Nullable Object[] row) -> FrozenRows.instant(row, EngagementColumn.PUBLISHED_AT),
                                Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(ReportSetting::id))
                .limit(MOST_ROWS)
                .toList();
    }

    private static long engagements(@Nullable Object[] row) {
        return Objects.requireNonNullElse(FrozenRows.number(row, EngagementColumn.ENGAGEMENTS), 0L);
    }

    private static String id(@Nullable Object[] row) {
        return Objects.requireNonNullElse(FrozenRows.text(row, EngagementColumn.STATUS_ID), "");
    }

    /// Null when there is nothing to sum: nothing is known, which is not 0.
    private static @Nullable Long sum(List<@Nullable Object[]> known, EngagementColumn column) {
        return known.isEmpty()
                ? null
                : known.stream()
                        .map(row -> FrozenRows.number(row, column))
                        .filter(Objects::nonNull)
                        .mapToLong(Long::longValue)
                        .sum();
    }
}
