package org.gazouillis.index;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.gazouillis.index.document.Fields;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gazouillis.index.TestStatuses.find;
import static org.gazouillis.index.TestStatuses.ids;
import static org.gazouillis.index.TestStatuses.put;
import static org.gazouillis.index.TestStatuses.status;

/// What every engine answers, question by question, the same. The engines' own lives have tests of their own.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StatusIndexContract extends WhyContract {

    private static final SearchScope VISITOR = SearchScope.publicOnly();
    private static final int EACH = 5;
    private static final int COMBINED = 80;
    private static final int STATUSES = 150;
    private static final List<String> BEGINNINGS = List.of("", "t", "tag", "tag1", "author1", "f", "site2", "nobody");

    /// At random and counted by hand.
    private final RandomStatuses random = new RandomStatuses(20261127);

    private final RandomWishes wishes = new RandomWishes(20261127);
    private final List<StatusDocument> wished = new ArrayList<>();

    private @Nullable StatusIndex many;
    private @Nullable StatusIndex forWishes;
    private @Nullable StatusIndex small;
    private boolean isEmpty;

    /// An empty index, kept under this name.
    abstract StatusIndex open(String name, Duration timeLimit);

    StatusIndex open(String name) {
        return open(name, TestStatuses.PATIENT.timeLimit());
    }

    /// A place that soon is full.
    abstract Disk smallDisk() throws Exception;

    @BeforeAll
    void fill() {
        StatusIndex counted = open("many");
        many = counted;
        random.feed(counted, 1_200, 1);
        random.feed(counted, 600, 4);
        StatusIndex index = open("wishes");
        forWishes = index;
        for (long id = 1; id <= STATUSES; id++) {
            wished.add(wishes.status(id));
        }
        index.put(wished);
        index.delete(List.of(3L, 50L));
        index.makeVisible();
        wished.removeIf(status -> status.id() == 3 || status.id() == 50 || !RandomWishes.isVisible(status));
        small = open("small");
    }

    @AfterAll
    void close() {
        Stream.of(many, forWishes, small).filter(Objects::nonNull).forEach(StatusIndex::close);
    }

    @BeforeEach
    void begin() {
        isEmpty = false;
    }

    /// Empty when a test asks for it first. Counts belong to ids and outlive that: tests count ids of their own.
    @Override
    StatusIndex index() {
        StatusIndex index = Objects.requireNonNull(small);
        if (!isEmpty) {
            index.clear();
            isEmpty = true;
        }
        return index;
    }

    private StatusIndex many() {
        return Objects.requireNonNull(many);
    }

    @Test
    void wordsPhrasesAndTagsAreFoundByTheSameAnalysis() {
        put(
                index(),
                status(1, "Un café glacé, l’été #ÉtéBrûlant"),
                status(2, "un CAFE chaud https://www.shop.example.org/soldes à la une"),
                status(3, "hello 👩‍💻 東京都 @Luc").in("en-GB").by("Marie"),
                status(4, "Les élections approchent #HurricaneSandy"),
                status(5, "L’élection de demain, porte-monnaie"),
                status(6, "flooding in the city").in("en"),
                status(7, "ปลอดภัย 𝓒𝓪𝓯𝓮́ ﷺ"),
                status(8, "à la https://example.com/org une"),
                status(9, ""));
        Map<String, List<Long>> expected = Map.ofEntries(
                Map.entry("café", List.of(7L, 2L, 1L)),
                Map.entry("l'été", List.of(1L)),
                Map.entry("brulant", List.of(1L)),
                Map.entry("#etebrulant", List.of(1L)),
                Map.entry("#ete*", List.of(1L)),
                Map.entry("sandy", List.of(4L)),
                Map.entry("#sandy", List.of()),
                Map.entry("\"à la une\"", List.of(2L)),
                Map.entry("\"café glacé\"", List.of(1L)),
                Map.entry("\"glacé café\"", List.of()),
                Map.entry("\"ete brulant\"", List.of(1L)),
                Map.entry("\"glacé ete\"~0", List.of(1L)),
                Map.entry("chaud NEAR/2 une", List.of()),
                Map.entry("chaud NEAR/3 une", List.of(2L)),
                Map.entry("👩‍💻", List.of(3L)),
                Map.entry("京都", List.of(3L)),
                Map.entry("from:@marie @luc lang:en", List.of(3L)),
                Map.entry("election", List.of(5L, 4L)),
                Map.entry("\"élections\"", List.of(4L)),
                Map.entry("flood", List.of(6L)),
                Map.entry("porte-monnaie", List.of(5L)),
                Map.entry("ปลอดภัย", List.of(7L)),
                Map.entry("ﷺ", List.of(7L)),
                Map.entry("shop.example.org", List.of(2L)),
                Map.entry("url:example", List.of(8L, 2L)),
                Map.entry("url:example.org", List.of(2L)),
                Map.entry("app*", List.of(4L)),
                Map.entry("(café OR hello) -chaud", List.of(7L, 3L, 1L)),
                Map.entry("-café -hello -election", List.of(9L, 8L, 6L)),
                Map.entry("!!!", List.of()),
                Map.entry("", LongStream.rangeClosed(1, 9).mapToObj(n -> 10 - n).toList()));
        expected.forEach(
                (query, ids) -> assertThat(find(index(), query)).as(query).isEqualTo(ids));
    }

    @Test
    void everyOperatorAndCombinationFindsWhatAPlainFilterFinds() {
        for (Supplier<Wish> leaf : wishes.leaves()) {
            for (int round = 0; round < EACH; round++) {
                compare(leaf.get());
            }
        }
        for (int round = 0; round < COMBINED; round++) {
            compare(wishes.any(2));
        }
    }

    private void compare(Wish wish) {
        var request = SearchRequest.newest(wish.query(), RandomWishes.SCOPE, 200, null, RandomWishes.STANDPOINT);
        assertThat(ids(Objects.requireNonNull(forWishes).search(request)))
                .as("%s: %s", wish.kind(), wish.query())
                .containsExactlyInAnyOrderElementsOf(wished.stream()
                        .filter(wish.holds())
                        .map(StatusDocument::id)
                        .toList());
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

    private static void show(StatusIndex index, List<StatusDocument> documents) {
        index.put(documents);
        index.makeVisible();
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
    void pagesAreNewestFirstWhileStatusesComeIn() {
        for (long id = 1; id <= 60; id++) {
            index().put(List.of(status(id, "mot").at("2026-03-01T12:00:00Z").document()));
        }
        index().makeVisible();
        var ids = new ArrayList<Long>();
        String cursor = null;
        long newcomer = 1_000;
        do {
            var page = index().search(SearchRequest.newest("mot", VISITOR, 17, cursor, TestStatuses.VISITOR));
            assertThat(page.total()).isEqualTo(60);
            assertThat(page.totalIsExact()).isTrue();
            ids.addAll(ids(page));
            cursor = page.next();
            put(index(), status(newcomer++, "mot"));
        } while (cursor != null);
        assertThat(ids)
                .isEqualTo(LongStream.rangeClosed(1, 60).mapToObj(n -> 61 - n).toList());
    }

    @Test
    void aPageCountsToAHundred() {
        var page = many().search(SearchRequest.newest("", VISITOR, 5, null, TestStatuses.VISITOR));
        assertThat(page.total()).isEqualTo(100);
        assertThat(page.totalIsExact()).isFalse();
        assertThat(ids(page))
                .isEqualTo(PlainCounts.newest(expected(_ -> true, VISITOR)).subList(0, 5));
    }

    @Test
    void relevancePutsTheBetterNewerAndMoreLikedFirst() {
        put(
                index(),
                status(101, "café café café"),
                status(102, "un café en passant avec bien des mots autour qui ne disent rien"),
                status(103, "thé"),
                status(104, "café au lait"),
                status(105, "café au lait").liked(500),
                status(106, "café au lait"),
                status(107, "les cafés"));
        var request = new SearchRequest("café", VISITOR, Sort.RELEVANCE, 10, null, TestStatuses.VISITOR);
        assertThat(ids(index().search(request)))
                .startsWith(105L)
                .endsWith(107L)
                .containsSubsequence(106L, 104L, 102L)
                .hasSize(6);
    }

    @Test
    void whatIsLikedIsSeenByTheNextSearchIndexedAlreadyOrNot() {
        put(index(), status(1, "mot"), status(2, "mot").liked(7), status(3, "mot"));
        assertThat(mostEngaged("mot")).containsExactly(2L, 3L, 1L);
        index().count(Map.of(1L, new Counts(5, 4, 3), 4L, new Counts(9, 0, 0)));
        assertThat(mostEngaged("mot")).containsExactly(1L, 2L, 3L);
        put(index(), status(4, "mot"), status(1, "mot"));
        assertThat(mostEngaged("mot")).containsExactly(1L, 4L, 2L, 3L);
        index().add(3, 20, 0, 0);
        assertThat(mostEngaged("mot")).containsExactly(3L, 1L, 4L, 2L);
        assertThat(index().counts(1)).isEqualTo(new Counts(5, 4, 3));
        assertThat(find(index(), "min_likes:9")).containsExactly(4L, 3L);
        assertThat(find(index(), "mot min_reposts:1 min_replies:3")).containsExactly(1L);
        assertThat(find(index(), "-min_likes:6")).containsExactly(1L);
        index().add(3, -20, 0, 0);
        assertThat(mostEngaged("min_likes:0")).containsExactly(1L, 4L, 2L, 3L);
    }

    private List<Long> mostEngaged(String query) {
        return ids(
                index().search(new SearchRequest(query, VISITOR, Sort.MOST_ENGAGED, 10, null, TestStatuses.VISITOR)));
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

    @Test
    void foreignCursorsAndAbsurdNumbersAreRefused() {
        put(index(), status(1, "mot"), status(2, "mot"));
        var first = index().search(SearchRequest.newest("mot", VISITOR, 1, null, TestStatuses.VISITOR));
        assertThatThrownBy(() -> index().search(new SearchRequest(
                        "mot", VISITOR, Sort.RELEVANCE, 1, first.next(), TestStatuses.VISITOR)))
                .isInstanceOf(CursorNotUnderstood.class);
        assertThatThrownBy(() ->
                        index().facets(new Selection("", VISITOR, TestStatuses.VISITOR), Set.of(Facet.AUTHOR), 1_001))
                .hasMessageContaining("1 to 1000");
        assertThatThrownBy(() -> index().begun(VISITOR, Facet.AUTHOR, "", 0)).hasMessageContaining("1 to 1000");
        assertThatThrownBy(() -> index().begun(VISITOR, Facet.BRAND, "", 5)).hasMessageContaining("numbers");
        assertThatThrownBy(() -> index().add(0, 1, 0, 0)).hasMessageContaining("status 0");
    }

    @Test
    void queriesThatWouldBeExpensiveAreRefusedOrDone() {
        put(index(), status(1, "mot"), status(2, "autre"));
        String words = String.join(
                " OR ", LongStream.range(0, 230).mapToObj(n -> "m" + n).toList());
        assertThat(find(index(), "(" + words + " OR mot) since:2020")).containsExactly(1L);
        assertThat(find(index(), "-(".repeat(16) + "mot" + ")".repeat(16))).containsExactly(1L);
        assertThatThrownBy(() -> find(index(), "m ".repeat(257))).hasMessageContaining("256 words");
        assertThatThrownBy(() -> find(index(), "mot* ".repeat(33))).hasMessageContaining("32 words that end in *");
        assertThatThrownBy(() -> find(index(), "m*")).hasMessageContaining("two letters before *");
        assertThatThrownBy(() -> find(index(), "*mot")).hasMessageContaining("*");
        assertThatThrownBy(() -> find(index(), "a".repeat(2_001))).hasMessageContaining("2000");
        assertThatThrownBy(() -> find(index(), "(".repeat(33) + "mot" + ")".repeat(33)))
                .hasMessageContaining("32 deep");
    }

    @Test
    void aSearchThatTakesTooLongIsGivenUp() {
        try (StatusIndex hasty = open("hasty", Duration.ofNanos(1))) {
            var documents = new ArrayList<StatusDocument>();
            for (long id = 1; id <= 300; id++) {
                documents.add(status(id, "mot" + id + " commun").document());
            }
            show(hasty, documents);
            assertThatThrownBy(() -> find(hasty, "commun OR mot*"))
                    .isInstanceOf(SearchTookTooLong.class)
                    .hasMessageContaining("since:");
        }
    }

    @Test
    void theSameIdAgainReplacesAndDeletingRemoves() {
        index().put(List.of(status(1, "avant").document()));
        assertThat(index().count()).isZero();
        put(index(), status(1, "avant"), status(2, "deux"), status(2, "deux bis"));
        put(index(), status(1, "après"));
        assertThat(find(index(), "avant")).isEmpty();
        assertThat(find(index(), "après")).containsExactly(1L);
        assertThat(index().missing(List.of(1L, 2L, 3L))).containsExactly(3L);
        index().delete(List.of(2L, 99L));
        index().makeVisible();
        assertThat(find(index(), "")).containsExactly(1L);
        assertThat(index().missing(List.of(1L, 2L))).containsExactly(2L);
    }

    @Test
    void absurdDocumentsDoNotStopTheIndex() {
        put(
                index(),
                status(1, "ﷺ".repeat(5_000)),
                status(2, "#" + "x".repeat(40_000)),
                status(3, "\uD83D \u0000 \uFFFF \u001f \u001e \"quoted\" \\ "),
                status(4, "").by("\uD83D"));
        assertThat(index().count()).isEqualTo(4);
        assertThat(find(index(), "quoted")).containsExactly(3L);
    }

    @Test
    void thePositionBelongsToWhatWasFed() {
        assertThat(index().committedPosition()).isEmpty();
        put(index(), status(5, "un"));
        index().commit(new Position(77, 5));
        assertThat(index().committedPosition()).contains(new Position(77, 5));
        try (StatusIndex.Rebuild abandoned = index().startRebuild()) {
            abandoned.put(List.of(status(8, "rien").document()));
        }
        assertThat(find(index(), "")).containsExactly(5L);
        index().add(6, 5, 0, 0);
        try (StatusIndex.Rebuild next = index().startRebuild()) {
            next.put(List.of(status(6, "six").document(), status(7, "sept").document()));
            next.delete(List.of(7L));
            assertThat(find(index(), "")).containsExactly(5L);
            next.switchTo(new Position(78, 1));
        }
        assertThat(index().committedPosition()).contains(new Position(78, 1));
        assertThat(mostEngaged("min_likes:5")).containsExactly(6L);
        assertThat(index().isAlive()).isTrue();
        index().clear();
        assertThat(index().committedPosition()).isEmpty();
        assertThat(index().count()).isZero();
    }

    @Test
    void itSaysHowItLiesOnDisk() {
        put(index(), status(1, "un"), status(2, "deux"));
        index().commit(new Position(3, 2));
        assertThat(index().files()).satisfies(files -> {
            assertThat(files.layout()).isEqualTo(Fields.LAYOUT);
            assertThat(files.segments()).isPositive();
            assertThat(files.deleted()).isZero();
            assertThat(files.merging()).isNotNegative();
            assertThat(files.committedAt()).isAfter("2024-01-01T00:00:00Z");
        });
        index().delete(List.of(1L));
        index().makeVisible();
        // A cluster counts what it notes of a deletion, too, until it merges.
        assertThat(index().files().deleted()).isBetween(0L, 2L);
    }

    @Test
    void onAFullDiskItServesWhatThereIsAndGoesOnFromItsLastCommit() throws Exception {
        try (Disk disk = smallDisk();
                StatusIndex index = disk.open()) {
            put(index, status(1, "un mot"));
            index.commit(new Position(7, 8));
            List<StatusDocument> more = newWords(disk.overflows());
            disk.fill();
            assertThatThrownBy(() -> write(index, more))
                    .isInstanceOf(IndexUnusable.class)
                    .hasMessageStartingWith("The search index in ");
            assertThat(index.isAlive()).isFalse();
            assertThat(index.canBeResumed()).isTrue();
            assertThat(find(index, "mot")).containsExactly(1L);
            disk.free();
            index.resume();
            assertThat(index.isAlive()).isTrue();
            assertThat(index.canBeResumed()).isFalse();
            assertThat(index.committedPosition()).contains(new Position(7, 8));
            write(index, more);
            assertThat(index.count()).isEqualTo(1 + more.size());
            assertThat(index.committedPosition()).contains(new Position(9, 9));
        }
    }

    private static void write(StatusIndex index, List<StatusDocument> documents) {
        show(index, documents);
        index.commit(new Position(9, 9));
    }

    /// Words that nobody said before.
    private static List<StatusDocument> newWords(int statuses) {
        var random = new Random(3);
        List<StatusDocument> documents = new ArrayList<>();
        for (long id = 2; id < statuses + 2; id++) {
            var text = new StringBuilder();
            for (int word = 0; word < 40; word++) {
                text.append(Long.toString(random.nextLong(1L << 50), 36)).append("x ");
            }
            documents.add(status(id, text.toString()).document());
        }
        return documents;
    }

    @Test
    void progressIsShownUntilComplete() {
        put(index(), status(1, "un"));
        index().markPartial(3, 10);
        assertThat(index().state()).satisfies(state -> {
            assertThat(state.partial()).isTrue();
            assertThat(state.done()).isEqualTo(3);
            assertThat(state.total()).isEqualTo(10);
            assertThat(state.documents()).isEqualTo(1);
            assertThat(state.bytes()).isPositive();
        });
        index().markComplete();
        assertThat(index().state().partial()).isFalse();
    }

    /// Where an index of its own lies.
    interface Disk extends AutoCloseable {

        StatusIndex open();

        /// How many statuses are more than a writer keeps in memory.
        int overflows();

        void fill() throws Exception;

        /// Lets it have space again.
        void free() throws Exception;

        @Override
        void close() throws IOException;
    }

    @FunctionalInterface
    private interface Check {
        void on(String query, SearchScope scope, List<StatusDocument> expected);
    }
}
