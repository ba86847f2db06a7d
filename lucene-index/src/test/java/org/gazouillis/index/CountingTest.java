package org.gazouillis.index;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gazouillis.index.PlainCounts.bars;
import static org.gazouillis.index.PlainCounts.has;
import static org.gazouillis.index.PlainCounts.top;

/// Everything that is counted equals a plain count over the same statuses.
class CountingTest {

    private static final Map<String, Predicate<StatusDocument>> QUERIES = PlainCounts.queries();

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
                assertThat(newest(query, scope, zone)).describedAs(query).isEqualTo(PlainCounts.newest(expected));
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
