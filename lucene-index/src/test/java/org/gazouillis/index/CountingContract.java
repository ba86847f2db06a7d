package org.gazouillis.index;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gazouillis.index.TestStatuses.ids;
import static org.gazouillis.index.TestStatuses.status;

/// How every engine counts and orders what it finds, the same.
abstract class CountingContract extends FindingContract {
    private static final List<String> BEGINNINGS = List.of("", "t", "tag", "tag1", "author1", "f", "site2", "nobody");

    /// At random and counted by hand.
    private final RandomStatuses random = new RandomStatuses(20261127);

    private @Nullable StatusIndex many;

    @BeforeAll
    void fillMany() {
        StatusIndex counted = open("many");
        many = counted;
        random.feed(counted, 1_200, 1);
        random.feed(counted, 600, 4);
    }

    @AfterAll
    void closeMany() {
        if (many != null) {
            many.close();
        }
    }

    private StatusIndex many() {
        return Objects.requireNonNull(many);
    }

    private List<StatusDocument> expected(Predicate<StatusDocument> asked, SearchScope scope) {
        return random.present().stream()
                .filter(asked)
                .filter(status -> RandomStatuses.isSeen(status, scope))
                .toList();
    }

    private void forAll(Check check) {
        for (SearchScope scope : RandomStatuses.SCOPES) {
            PlainCounts.queries().forEach((query, asked) -> check.on(query, scope, expected(asked, scope)));
        }
    }

    @Test
    void totalsAndFacetsAreExactInEveryScope() {
        forAll((query, scope, expected) -> {
            var selection = new Selection(query, scope, TestStatuses.VISITOR);
            assertThat(many().total(selection)).as("%s in %s", query, scope).isEqualTo(expected.size());
            Map<Facet, List<FacetCount>> counted = many().facets(selection, EnumSet.allOf(Facet.class), 7);
            for (Facet facet : Facet.values()) {
                assertThat(counted.get(facet))
                        .as("%s of %s in %s", facet, query, scope)
                        .isEqualTo(PlainCounts.top(facet, expected, scope));
            }
        });
    }

    @Test
    void facetsAreExactAmongMoreValuesThanAnyPartTellsOf() {
        var documents = new ArrayList<StatusDocument>();
        for (long id = 1; id <= 4_600; id++) {
            documents.add(status(id, "").by("author" + id % 4_599).document());
        }
        show(index(), documents);
        assertThat(index().facets(new Selection("", VISITOR, TestStatuses.VISITOR), Set.of(Facet.AUTHOR), 3))
                .isEqualTo(Map.of(
                        Facet.AUTHOR,
                        List.of(
                                new FacetCount("author1", 2),
                                new FacetCount("author0", 1),
                                new FacetCount("author10", 1))));
    }

    /// Counting the whole facet and leaving out what begins otherwise is the plain way to the same values.
    @ParameterizedTest
    @EnumSource(names = {"HASHTAG", "AUTHOR", "LANGUAGE", "SITE"})
    void theMostFrequentValuesThatBeginSoAreThoseOfTheWholeFacet(Facet facet) {
        for (SearchScope scope : RandomStatuses.SCOPES) {
            List<FacetCount> all = many().facets(
                            new Selection("", scope, TestStatuses.VISITOR), Set.of(facet), StatusIndex.MOST_VALUES)
                    .getOrDefault(facet, List.of());
            for (String beginning : BEGINNINGS) {
                assertThat(many().begun(scope, facet, beginning, 5))
                        .as("%s %s", scope, beginning)
                        .isEqualTo(all.stream()
                                .filter(count -> count.value().startsWith(beginning))
                                .limit(5)
                                .toList());
            }
        }
    }

    @Test
    void ofManyValuesThatBeginSoNoneIsMissed() {
        var documents = new ArrayList<StatusDocument>();
        for (long id = 1; id <= 4_600; id++) {
            documents.add(status(id, "").by("a.b_" + id % 4_599).document());
        }
        documents.add(status(4_601, "").by("axb_1").document());
        documents.add(status(4_602, "").by("x".repeat(400) + "y").document());
        show(index(), documents);
        assertThat(index().begun(VISITOR, Facet.AUTHOR, "a.b_", 2))
                .containsExactly(new FacetCount("a.b_1", 2), new FacetCount("a.b_0", 1));
        assertThat(index().begun(VISITOR, Facet.AUTHOR, "x".repeat(399), 2))
                .containsExactly(new FacetCount("x".repeat(400) + "y", 1));
        assertThat(index().begun(VISITOR, Facet.AUTHOR, "x".repeat(402), 2)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Europe/Paris", "Australia/Lord_Howe", "Asia/Beirut", "+05:53"})
    void barsBeginWhereTheZoneSays(String name) {
        ZoneId zone = ZoneId.of(name);
        SearchScope scope = RandomStatuses.SCOPES.get(1);
        List<StatusDocument> all = expected(_ -> true, scope);
        List<StatusDocument> some = expected(PlainCounts.has("word1"), scope);
        for (Step step : Step.values()) {
            assertThat(bars("", scope, zone, step)).as("%s", step).isEqualTo(PlainCounts.bars(step, zone, all));
            assertThat(bars("word1", scope, zone, step)).as("%s", step).isEqualTo(PlainCounts.bars(step, zone, some));
        }
        assertThat(bars("nowhere", scope, zone, Step.DAY)).isEmpty();
    }

    private List<Bar> bars(String query, SearchScope scope, ZoneId zone, Step step) {
        return many().histogram(new Selection(query, scope, Standpoint.of(zone, TestStatuses.START)), step);
    }

    @Test
    void aSelectionIsLimitedToItsTime() {
        Instant since = Instant.parse("2026-03-28T10:07:00Z");
        Instant before = Instant.parse("2026-03-29T00:00:00Z");
        Predicate<StatusDocument> within = status ->
                !status.createdAt().isBefore(since) && status.createdAt().isBefore(before);
        var selection = new Selection(
                "-word1 OR since:2020-01-01",
                VISITOR,
                Standpoint.of(ZoneOffset.UTC, TestStatuses.START),
                since,
                before);
        assertThat(many().total(selection)).isEqualTo(expected(within, VISITOR).size());
    }

    @ParameterizedTest
    @EnumSource
    void allPagesTogetherHoldEveryMatchOfTheScopeOnce(Sort sort) {
        SearchScope scope = RandomStatuses.SCOPES.get(1);
        PlainCounts.queries()
                .forEach((query, asked) -> assertThat(pages(query, scope, sort, 190))
                        .as(query)
                        .doesNotHaveDuplicates()
                        .containsExactlyInAnyOrderElementsOf(expected(asked, scope).stream()
                                .map(StatusDocument::id)
                                .toList()));
    }

    private List<Long> pages(String query, SearchScope scope, Sort sort, int limit) {
        List<Long> ids = new ArrayList<>();
        String cursor = null;
        do {
            var page = many().search(new SearchRequest(query, scope, sort, limit, cursor, TestStatuses.VISITOR));
            ids.addAll(ids(page));
            cursor = page.next();
        } while (cursor != null);
        return ids;
    }

    @Test
    void aPageCountsFourPagesFar() {
        var page = many().search(SearchRequest.newest("", VISITOR, 5, null, TestStatuses.VISITOR));
        assertThat(page.total()).isEqualTo(20);
        assertThat(page.totalIsExact()).isFalse();
        assertThat(ids(page))
                .isEqualTo(PlainCounts.newest(expected(_ -> true, VISITOR)).subList(0, 5));
    }

    @Test
    void pagesByEngagementAreThoseOfAPlainSort() {
        List<Long> counted = random.ids().stream().sorted().toList();
        many().count(counted.stream()
                .filter(id -> id % 3 == 0)
                .collect(Collectors.toMap(id -> id, id -> new Counts((int) (id % 40), 1, 0))));
        Comparator<StatusDocument> engaged =
                Comparator.comparingLong(status -> many().counts(status.id()).engagement());
        assertThat(pages("", VISITOR, Sort.MOST_ENGAGED, 100))
                .isEqualTo(expected(_ -> true, VISITOR).stream()
                        .sorted(engaged.thenComparing(StatusDocument::createdAt)
                                .thenComparing(StatusDocument::id)
                                .reversed())
                        .map(StatusDocument::id)
                        .toList());
    }

    @FunctionalInterface
    private interface Check {
        void on(String query, SearchScope scope, List<StatusDocument> expected);
    }
}
