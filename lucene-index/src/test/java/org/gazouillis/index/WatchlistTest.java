package org.gazouillis.index;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.gazouillis.index.percolate.Sighting;
import org.gazouillis.index.percolate.Watch;
import org.gazouillis.index.percolate.Watchlist;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gazouillis.index.TestStatuses.status;

/// A watch sees exactly what a search with its query and scope would find.
class WatchlistTest {
    private static final List<String> WORDS =
            List.of("café", "thé", "l’été", "Printemps", "porte-monnaie", "東京", "👍🏽", "running", "soleil", "à");
    private static final List<String> TAGS = List.of("#Printemps", "#ÉtéBrûlant", "#BlackFriday", "#c");
    private static final List<String> PEOPLE = List.of("marie", "zoé", "nord");
    private static final List<SearchScope> SCOPES = List.of(
            SearchScope.publicOnly(),
            new SearchScope(10, Set.of(100L), null),
            new SearchScope(10, Set.of(100L, 101L), null),
            new SearchScope(10, Set.of(100L, 101L), 101L),
            new SearchScope(10, Set.of(100L), 101L),
            new SearchScope(11, Set.of(), null));

    private static final Standpoint STANDPOINT = new Standpoint(
            ZoneOffset.UTC,
            TestStatuses.START,
            Map.of("lune", Set.of(100L)),
            Map.of("fête", Set.of(7L)),
            List.of(new KnownList(900, "Presse", Set.of(7L)), new KnownList(901, "Amis", Set.of(8L))));

    @TempDir
    Path folder;

    private Watchlist watchlist;

    @BeforeEach
    void open() {
        watchlist = new Watchlist();
    }

    @AfterEach
    void close() {
        watchlist.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void aWatchSeesWhatASearchFinds(long seed) {
        Random chance = new Random(seed);
        List<StatusDocument> statuses = LongStream.rangeClosed(1, 80)
                .mapToObj(id -> randomStatus(chance, id))
                .toList();
        List<Watch> watches = LongStream.rangeClosed(1, 150)
                .mapToObj(id -> new Watch(id, randomQuery(chance, 3), pick(chance, SCOPES), STANDPOINT))
                .toList();
        assertThat(watchlist.put(watches)).isEmpty();
        List<Sighting> expected = new ArrayList<>();
        try (StatusIndex index = StatusIndex.open(folder, TestStatuses.PATIENT)) {
            index.put(statuses);
            index.makeVisible();
            for (Watch watch : watches) {
                TestStatuses.find(index, watch.query(), watch.scope())
                        .forEach(status -> expected.add(new Sighting(watch.id(), status)));
            }
        }
        assertThat(expected).as("the random queries find something").hasSizeGreaterThan(100);
        assertThat(watchlist.match(statuses)).as("all at once").containsExactlyInAnyOrderElementsOf(expected);
        assertThat(statuses.stream().flatMap(each -> watchlist.match(List.of(each)).stream()))
                .as("one by one")
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8, 9})
    void aWatchSeesWhatASearchFindsWithEveryOperator(long seed) {
        var random = new RandomWishes(seed);
        List<StatusDocument> statuses =
                LongStream.rangeClosed(1, 60).mapToObj(random::status).toList();
        List<Watch> watches = new ArrayList<>();
        for (long id = 1; id <= 600; id++) {
            watches.add(new Watch(id, random.any(2).query(), RandomWishes.SCOPE, RandomWishes.STANDPOINT));
        }
        Map<Long, QuerySyntaxException> refused = watchlist.put(watches);
        assertThat(refused.values())
                .extracting(QuerySyntaxException::fault)
                .containsOnly(QuerySyntaxException.Fault.NOT_WATCHABLE);
        watches.removeIf(watch -> refused.containsKey(watch.id()));
        assertThat(watches).hasSizeGreaterThan(100);
        List<Sighting> expected = new ArrayList<>();
        try (StatusIndex index = StatusIndex.open(folder, TestStatuses.PATIENT)) {
            index.put(statuses);
            index.makeVisible();
            for (Watch watch : watches) {
                TestStatuses.find(index, watch.query(), watch.scope(), watch.standpoint())
                        .forEach(status -> expected.add(new Sighting(watch.id(), status)));
            }
        }
        assertThat(watchlist.match(statuses)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void theSameIdAgainReplaces() {
        put(1, "café");
        put(1, "thé");
        assertThat(watchlist.size()).isEqualTo(1);
        assertThat(seen("un café")).isEmpty();
        assertThat(seen("un thé")).containsExactly(1L);
    }

    @Test
    void whatWasRemovedSeesNothing() {
        put(1, "café");
        put(2, "un");
        watchlist.remove(List.of(1L, 99L));
        assertThat(seen("un café")).containsExactly(2L);
        assertThat(watchlist.size()).isEqualTo(1);
    }

    @Test
    void aQueryThatIsNotUnderstoodIsNamedAndTheOthersWatch() {
        put(2, "un");
        Map<Long, QuerySyntaxException> refused = watchlist.put(List.of(watch(1, "café"), watch(2, "\"café")));
        assertThat(refused).containsOnlyKeys(2L);
        assertThat(refused.values())
                .extracting(QuerySyntaxException::fault)
                .containsExactly(QuerySyntaxException.Fault.UNBALANCED_QUOTE);
        assertThat(seen("un café")).containsExactly(1L);
        assertThatThrownBy(() -> Watchlist.check("\"café")).isInstanceOf(QuerySyntaxException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"café during:last-7d", "-(thé OR after:yesterday)", "café min_likes:3", "thé (min_replies:1)"})
    void whatDependsOnTheMomentOfAskingIsRefused(String query) {
        assertThat(watchlist.put(List.of(watch(1, query))).values())
                .extracting(QuerySyntaxException::fault)
                .containsExactly(QuerySyntaxException.Fault.NOT_WATCHABLE);
        assertThatThrownBy(() -> Watchlist.check(query)).hasMessageContaining("an alert looks at posts");
    }

    @Test
    void daysAndNamesOfTheWatcherAreUnderstood() {
        put(1, "brand:lune since:2020-01-01");
        put(2, "campaign:fête");
        put(3, "brand:lune until:2020-01-01");
        var scope = new SearchScope(10, Set.of(100L), null);
        put(6, "list:presse café");
        put(7, "list:amis");
        watchlist.put(List.of(new Watch(4, "brand:lune", scope, STANDPOINT)));
        var seen = watchlist.match(
                List.of(status(7, "un café").of(10, 100).with("campaign", 7L).document()));
        assertThat(seen).extracting(Sighting::watch).containsExactlyInAnyOrder(2L, 4L, 6L);
        assertThat(watchlist.put(List.of(watch(5, "brand:autre")))).containsOnlyKeys(5L);
    }

    @Test
    void aThousandWatchesOfTheSameWordAllSeeIt() {
        watchlist.put(
                LongStream.range(0, 1_000).mapToObj(id -> watch(id, "café")).toList());
        assertThat(seen("un café")).hasSize(1_000);
    }

    private void put(long id, String query) {
        assertThat(watchlist.put(List.of(watch(id, query)))).isEmpty();
    }

    private static Watch watch(long id, String query) {
        return new Watch(id, query, SearchScope.publicOnly(), STANDPOINT);
    }

    private List<Long> seen(String text) {
        return watchlist.match(List.of(status(7, text).document())).stream()
                .map(Sighting::watch)
                .toList();
    }

    private static StatusDocument randomStatus(Random chance, long id) {
        String text = String.join(
                " ",
                IntStream.range(0, 1 + chance.nextInt(5))
                        .mapToObj(_ -> pick(chance, chance.nextInt(4) == 0 ? TAGS : WORDS))
                        .toList());
        String to = chance.nextInt(4) == 0 ? " @" + pick(chance, PEOPLE) : "";
        TestStatuses status = status(id, text + to).by(pick(chance, PEOPLE)).in(chance.nextBoolean() ? "fr" : "en");
        return switch (chance.nextInt(4)) {
            case 0 -> status.onlyFor(10, 100 + chance.nextInt(2)).document();
            case 1 -> status.of(10, 100 + chance.nextInt(2)).document();
            default -> status.document();
        };
    }

    private static String randomQuery(Random chance, int depth) {
        return switch (chance.nextInt(depth > 0 ? 12 : 8)) {
            case 0 -> pick(chance, TAGS);
            case 1 -> "@" + pick(chance, PEOPLE);
            case 2 -> "from:" + pick(chance, PEOPLE);
            case 3 -> "lang:" + (chance.nextBoolean() ? "fr" : "en-GB");
            case 4 -> "\"" + pick(chance, WORDS) + " " + pick(chance, WORDS) + "\"";
            case 5 -> chance.nextBoolean() ? "prin*" : "#ét*";
            case 6 -> chance.nextBoolean() ? "until:2026-03-01" : "since:2026-03-02";
            case 8 -> randomQuery(chance, depth - 1) + " " + randomQuery(chance, depth - 1);
            case 9 -> "(" + randomQuery(chance, depth - 1) + " OR " + randomQuery(chance, depth - 1) + ")";
            case 10 -> "-(" + randomQuery(chance, depth - 1) + ")";
            case 11 -> randomQuery(chance, depth - 1) + " -" + pick(chance, WORDS);
            default -> pick(chance, WORDS);
        };
    }

    private static <T> T pick(Random chance, List<T> from) {
        return from.get(chance.nextInt(from.size()));
    }
}
