package org.gazouillis.index;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Everything that is counted equals a plain count over the same statuses.
class CountingTest {

    private static final Map<String, Predicate<StatusDocument>> QUERIES = queries();

    @TempDir
    private static Path folder;

    private static StatusIndex index;
    private static final RandomStatuses STATUSES = new RandomStatuses(20261126);

    @BeforeAll
    static void fill() {
        index = StatusIndex.open(folder, TestStatuses.PATIENT);
        STATUSES.feed(index, 2_000, 1);
        STATUSES.feed(index, 1_500, 30);
    }

    @AfterAll
    static void close() {
        index.close();
    }

    private static Map<String, Predicate<StatusDocument>> queries() {
        Map<String, Predicate<StatusDocument>> queries = new LinkedHashMap<>();
        queries.put("", _ -> true);
        queries.put("word1", has("word1"));
        queries.put("#tag2", status -> status.hashtags().contains("tag2"));
        queries.put("-word0", has("word0").negate());
        queries.put(
                "word150 OR #tag9",
                has("word150").or(status -> status.hashtags().contains("tag9")));
        queries.put("\"word0 word1\"", status -> (" " + status.text() + " ").contains(" word0 word1 "));
        queries.put(
                "from:author3 lang:fr",
                status -> status.handle().equals("author3") && status.lang().equals("fr"));
        queries.put("nowhere", _ -> false);
        return queries;
    }

    private static Predicate<StatusDocument> has(String word) {
        return status -> List.of(status.text().split(" ", -1)).contains(word);
    }

    private static List<StatusDocument> expected(Predicate<StatusDocument> asked, SearchScope scope) {
        return STATUSES.present().stream()
                .filter(asked)
                .filter(status -> RandomStatuses.isSeen(status, scope))
                .toList();
    }

    private static void forAll(Check check) {
        for (SearchScope scope : RandomStatuses.SCOPES) {
            QUERIES.forEach((query, asked) -> check.on(query, scope, expected(asked, scope)));
        }
    }

    @Test
    void totalsAreExact() {
        forAll((query, scope, expected) -> assertThat(index.total(new Selection(query, scope, TestStatuses.VISITOR)))
                .describedAs("%s in %s", query, scope)
                .isEqualTo(expected.size()));
    }

    @Test
    void everyFacetCountsExactly() {
        forAll((query, scope, expected) -> {
            Map<Facet, List<FacetCount>> counted =
                    index.facets(new Selection(query, scope, TestStatuses.VISITOR), EnumSet.allOf(Facet.class), 7);
            for (Facet facet : Facet.values()) {
                assertThat(counted.get(facet))
                        .describedAs("%s of %s in %s", facet, query, scope)
                        .isEqualTo(top(facet, expected, scope));
            }
        });
    }

    private static List<FacetCount> top(Facet facet, Collection<StatusDocument> statuses, SearchScope scope) {
        Map<String, Long> counts = new HashMap<>();
        statuses.stream()
                .flatMap(status -> values(facet, status, scope))
                .filter(value -> !value.isEmpty())
                .forEach(value -> counts.merge(value, 1L, Long::sum));
        return counts.entrySet().stream()
                .map(entry -> new FacetCount(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(FacetCount::count).reversed().thenComparing(FacetCount::value))
                .limit(7)
                .toList();
    }

    private static Stream<String> values(Facet facet, StatusDocument status, SearchScope scope) {
        boolean ours = status.workspace() == scope.workspace()
                && scope.workspace() != 0
                && scope.brands().contains(status.brand());
        return switch (facet) {
            case HASHTAG -> status.hashtags().stream();
            case AUTHOR -> Stream.of(status.handle());
            case LANGUAGE -> Stream.of(status.lang());
            case SOURCE -> Stream.of(status.source());
            case BRAND -> ours ? Stream.of(Long.toString(status.brand())) : Stream.of();
            case CAMPAIGN -> ours && status.campaign() != 0 ? Stream.of(Long.toString(status.campaign())) : Stream.of();
            case SITE -> status.urls().stream().map(url -> url.substring(8, url.indexOf(".fr") + 3));
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTC",
                "Europe/Paris",
                "America/St_Johns",
                "Asia/Kolkata",
                "Asia/Kathmandu",
                "Australia/Lord_Howe",
                "Asia/Beirut",
                "Pacific/Apia",
                "+05:53"
            })
    void aHistogramIsRightInEveryZoneAndOverClockChanges(String name) {
        ZoneId zone = ZoneId.of(name);
        // Quarters of an hour are the same in all zones: one shows them.
        var steps = name.equals("UTC") ? EnumSet.allOf(Step.class) : EnumSet.range(Step.HOUR, Step.WEEK);
        for (Step step : steps) {
            forAll((query, scope, expected) -> assertThat(
                            index.histogram(new Selection(query, scope, Standpoint.of(zone, TestStatuses.START)), step))
                    .describedAs("%s of %s in %s", step, query, scope)
                    .isEqualTo(bars(step, zone, expected)));
        }
    }

    private static List<Bar> bars(Step step, ZoneId zone, Collection<StatusDocument> statuses) {
        Map<Instant, Long> counts = new TreeMap<>();
        statuses.forEach(status -> counts.merge(begin(step, zone, status.createdAt()), 1L, Long::sum));
        List<Bar> bars = new ArrayList<>();
        counts.forEach((from, count) -> bars.add(new Bar(from, count)));
        return bars;
    }

    private static Instant begin(Step step, ZoneId zone, Instant at) {
        if (step == Step.QUARTER) {
            return Instant.ofEpochSecond(at.getEpochSecond() / 900 * 900);
        }
        if (step == Step.HOUR) {
            return at.atZone(zone).truncatedTo(ChronoUnit.HOURS).toInstant();
        }
        LocalDate day = at.atZone(zone).toLocalDate().plusDays(1);
        while (day.atStartOfDay(zone).toInstant().isAfter(at)) {
            day = day.minusDays(1);
        }
        LocalDate first = step == Step.DAY ? day : day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return first.atStartOfDay(zone).toInstant();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Paris", "Asia/Kolkata", "America/St_Johns", "+05:53"})
    void limitsInTimeAreTheDaysOfTheZoneWhereverTheyStandInTheQuery(String name) {
        ZoneId zone = ZoneId.of(name);
        Instant from = LocalDate.of(2026, 3, 28).atStartOfDay(zone).toInstant();
        Instant to = LocalDate.of(2026, 3, 30).atStartOfDay(zone).toInstant();
        Predicate<StatusDocument> within = status ->
                !status.createdAt().isBefore(from) && status.createdAt().isBefore(to);
        Predicate<StatusDocument> word = has("word1");
        Map<String, Predicate<StatusDocument>> limited = Map.of(
                "since:2026-03-28 until:2026-03-29", within,
                "word1 since:2026-03-28 until:2026-03-29", within.and(word),
                "(word1 since:2026-03-28) until:2026-03-29", within.and(word),
                "since:2026-03-28 until:2026-03-29 -word1", within.and(word.negate()),
                "(since:2026-03-28 until:2026-03-29) OR word1", within.or(word),
                "word1 -(since:2026-03-28 until:2026-03-29)", word.and(within.negate()),
                "until:2020-01-01", status -> status.createdAt().isBefore(Instant.parse("2000-01-01T00:00:00Z")),
                "since:2026-03-28 since:2026-03-20 until:2026-03-29 until:2027-01-01", within,
                "since:2026-03-29 until:2026-03-28", _ -> false);
        for (SearchScope scope : RandomStatuses.SCOPES) {
            limited.forEach((query, asked) -> {
                Selection selection = new Selection(query, scope, Standpoint.of(zone, TestStatuses.START));
                List<StatusDocument> expected = expected(asked, scope);
                assertThat(index.total(selection)).describedAs(query).isEqualTo(expected.size());
                assertThat(index.histogram(selection, Step.DAY))
                        .describedAs(query)
                        .isEqualTo(bars(Step.DAY, zone, expected));
                assertThat(newest(query, scope, zone)).describedAs(query).isEqualTo(newest(expected));
            });
        }
    }

    @Test
    void aSelectionIsLimitedToItsTimeBesideWhateverTheQuerySays() {
        Instant since = Instant.parse("2026-03-28T10:07:00Z");
        Instant before = Instant.parse("2026-03-29T00:00:00Z");
        Predicate<StatusDocument> within = status ->
                !status.createdAt().isBefore(since) && status.createdAt().isBefore(before);
        Map<String, Predicate<StatusDocument>> asked = Map.of(
                "",
                within,
                "word1",
                within.and(has("word1")),
                "word1 OR since:2020-01-01",
                within,
                "-word1",
                within.and(has("word1").negate()));
        for (SearchScope scope : RandomStatuses.SCOPES) {
            asked.forEach((query, wanted) -> {
                var selection =
                        new Selection(query, scope, Standpoint.of(ZoneOffset.UTC, TestStatuses.START), since, before);
                assertThat(index.histogram(selection, Step.QUARTER))
                        .describedAs(query)
                        .isEqualTo(bars(Step.QUARTER, ZoneOffset.UTC, expected(wanted, scope)));
            });
        }
    }

    private static List<Long> newest(String query, SearchScope scope, ZoneId zone) {
        return TestStatuses.ids(
                index.search(SearchRequest.newest(query, scope, 50, null, Standpoint.of(zone, TestStatuses.START))));
    }

    private static List<Long> newest(List<StatusDocument> statuses) {
        return statuses.stream()
                .sorted(Comparator.comparing(StatusDocument::createdAt)
                        .thenComparing(StatusDocument::id)
                        .reversed())
                .limit(50)
                .map(StatusDocument::id)
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void allPagesTogetherHoldEveryMatchOfTheScopeOnce(Sort sort) {
        forAll((query, scope, expected) -> {
            List<Long> ids = new ArrayList<>();
            String cursor = null;
            do {
                var page = index.search(new SearchRequest(query, scope, sort, 173, cursor, TestStatuses.VISITOR));
                ids.addAll(TestStatuses.ids(page));
                cursor = page.next();
            } while (cursor != null);
            assertThat(ids)
                    .describedAs("%s in %s", query, scope)
                    .doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(
                            expected.stream().map(StatusDocument::id).toList());
        });
    }

    @Test
    void whatOthersCallTheirBrandsAndCampaignsIsNotToldToAnyone() {
        Selection visitor = new Selection("", SearchScope.publicOnly(), TestStatuses.VISITOR);
        assertThat(index.facets(visitor, Set.of(Facet.BRAND, Facet.CAMPAIGN), 100))
                .isEqualTo(Map.of(Facet.BRAND, List.of(), Facet.CAMPAIGN, List.of()));
        Selection member = new Selection("", new SearchScope(10, Set.of(1L), null), TestStatuses.VISITOR);
        assertThat(index.facets(member, Set.of(Facet.BRAND, Facet.CAMPAIGN), 100)
                        .values())
                .allSatisfy(values -> assertThat(values)
                        .isNotEmpty()
                        .allSatisfy(value -> assertThat(value.value()).matches("1|1001\\d")));
    }

    @Test
    void anAbsurdNumberOfValuesIsRefused() {
        Selection all = new Selection("", SearchScope.publicOnly(), TestStatuses.VISITOR);
        assertThatThrownBy(() -> index.facets(all, Set.of(Facet.AUTHOR), 0)).hasMessageContaining("1 to 1000");
        assertThatThrownBy(() -> index.facets(all, Set.of(Facet.AUTHOR), 1_001)).hasMessageContaining("1 to 1000");
    }

    @FunctionalInterface
    private interface Check {
        void on(String query, SearchScope scope, List<StatusDocument> expected);
    }
}
