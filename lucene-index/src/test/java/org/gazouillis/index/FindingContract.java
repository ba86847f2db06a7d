package org.gazouillis.index;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gazouillis.index.TestStatuses.find;
import static org.gazouillis.index.TestStatuses.ids;
import static org.gazouillis.index.TestStatuses.put;
import static org.gazouillis.index.TestStatuses.status;

/// What every engine finds, question by question, the same.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FindingContract extends WhyContract {
    static final SearchScope VISITOR = SearchScope.publicOnly();
    private static final int EACH = 5;
    private static final int COMBINED = 80;
    private static final int STATUSES = 150;

    private final RandomWishes wishes = new RandomWishes(20261127);
    private final List<StatusDocument> wished = new ArrayList<>();

    private @Nullable StatusIndex forWishes;
    private @Nullable StatusIndex small;
    private boolean isEmpty;

    /// An empty index, kept under this name.
    abstract StatusIndex open(String name, Duration timeLimit);

    StatusIndex open(String name) {
        return open(name, TestStatuses.PATIENT.timeLimit());
    }

    @BeforeAll
    void fill() {
        StatusIndex index = open("wishes");
        forWishes = index;
        for (long id = 1; id <= STATUSES; id++) {
            wished.add(wishes.status(id));
        }
        index.put(wished);
        index.see(wished.stream()
                .collect(Collectors.toMap(StatusDocument::id, status -> RandomWishes.impressions(status.id()))));
        index.delete(List.of(3L, 50L));
        index.makeVisible();
        wished.removeIf(status -> status.id() == 3 || status.id() == 50 || !RandomWishes.isVisible(status));
        small = open("small");
    }

    @AfterAll
    void close() {
        Stream.of(forWishes, small).filter(Objects::nonNull).forEach(StatusIndex::close);
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

    static void show(StatusIndex index, List<StatusDocument> documents) {
        index.put(documents);
        index.makeVisible();
    }
}
