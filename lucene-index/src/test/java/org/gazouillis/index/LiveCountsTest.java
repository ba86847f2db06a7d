package org.gazouillis.index;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gazouillis.index.TestStatuses.put;
import static org.gazouillis.index.TestStatuses.status;

class LiveCountsTest {

    @TempDir
    Path folder;

    private StatusIndex index;

    @BeforeEach
    void open() {
        index = StatusIndex.open(folder, TestStatuses.PATIENT);
    }

    @AfterEach
    void close() {
        index.close();
    }

    private SearchPage page(String query, SearchScope scope, int limit, @Nullable String cursor) {
        return index.search(new SearchRequest(query, scope, Sort.MOST_ENGAGED, limit, cursor, TestStatuses.VISITOR));
    }

    private List<Long> mostEngaged(String query, int limit) {
        return TestStatuses.ids(page(query, SearchScope.publicOnly(), limit, null));
    }

    @Test
    void aLikeIsSeenByTheNextSearchWithoutMakingAnythingVisible() {
        put(index, status(1, "mot"), status(2, "mot"), status(3, "mot"));
        assertThat(mostEngaged("mot", 10)).containsExactly(3L, 2L, 1L);
        index.add(1, 1, 0, 0);
        assertThat(mostEngaged("mot", 10)).containsExactly(1L, 3L, 2L);
        index.add(2, 0, 1, 1);
        assertThat(mostEngaged("mot", 10)).containsExactly(2L, 1L, 3L);
        index.add(2, 0, -1, -1);
        assertThat(mostEngaged("mot", 10)).containsExactly(1L, 3L, 2L);
        assertThat(index.counts(1)).isEqualTo(new Counts(1, 0, 0));
        assertThat(index.counts(2)).isEqualTo(Counts.NONE);
    }

    @Test
    void theOrderFollowsWhateverIsCountedUpAndDown() {
        put(
                index,
                LongStream.rangeClosed(1, 3_000)
                        .mapToObj(id -> status(id, "mot"))
                        .toArray(TestStatuses[]::new));
        var chance = new Random(20261127);
        Map<Long, Integer> likes = new HashMap<>();
        for (int round = 0; round < 60; round++) {
            // Few are looked up one by one, many in one walk.
            int changes = round % 3 == 0 ? 400 : 20;
            for (int i = 0; i < changes; i++) {
                long id = chance.nextInt(3_000) + 1L;
                int before = likes.getOrDefault(id, 0);
                int now = Math.max(0, before + chance.nextInt(1 << chance.nextInt(9)) - 10);
                likes.put(id, now);
                if (chance.nextBoolean()) {
                    index.add(id, now - before, 0, 0);
                } else {
                    index.count(Map.of(id, new Counts(now, 0, 0)));
                }
            }
            Comparator<Long> order = Comparator.comparingInt(id -> -likes.getOrDefault(id, 0));
            assertThat(mostEngaged("mot", 50))
                    .isEqualTo(LongStream.rangeClosed(1, 3_000)
                            .boxed()
                            .sorted(order.thenComparing(Comparator.reverseOrder()))
                            .limit(50)
                            .toList());
        }
    }

    @Test
    void hitsSayHowMuchTheyGathered() {
        put(index, status(1, "mot"), status(2, "mot"));
        index.count(Map.of(1L, new Counts(5, 4, 3)));
        assertThat(page("mot", SearchScope.publicOnly(), 10, null).hits())
                .extracting(Hit::score)
                .containsExactly(12f, 0f);
    }

    @Test
    void countsThatCameBeforeTheirStatusAreThereWhenItComes() {
        put(index, status(1, "mot"));
        index.count(Map.of(2L, new Counts(9, 0, 0), 1L, new Counts(3, 0, 0)));
        index.add(3, 5, 0, 0);
        put(index, status(2, "mot"), status(3, "mot"), status(4, "mot"));
        assertThat(mostEngaged("mot", 10)).containsExactly(2L, 3L, 1L, 4L);
    }

    @Test
    void theFiguresOfImportedStatusesCount() {
        put(index, status(1, "mot").liked(7), status(2, "mot").liked(70), status(3, "mot"));
        assertThat(mostEngaged("mot", 10)).containsExactly(2L, 1L, 3L);
        put(index, status(2, "mot").liked(4));
        assertThat(mostEngaged("mot", 10)).containsExactly(1L, 2L, 3L);
        index.add(3, 20, 0, 0);
        put(index, status(3, "mot"));
        assertThat(mostEngaged("mot", 10)).containsExactly(3L, 1L, 2L);
    }

    @Test
    void countsOutliveARebuild() {
        put(index, status(1, "mot"), status(2, "mot"));
        index.add(1, 5, 0, 0);
        try (StatusIndex.Rebuild next = index.startRebuild()) {
            next.put(List.of(status(1, "mot").document(), status(2, "mot").document()));
            next.switchTo(new Position(1, 1));
        }
        assertThat(mostEngaged("mot", 10)).containsExactly(1L, 2L);
        index.add(2, 6, 0, 0);
        assertThat(mostEngaged("mot", 10)).containsExactly(2L, 1L);
    }

    @Test
    void statusZeroIsRefused() {
        assertThatThrownBy(() -> index.add(0, 1, 0, 0)).hasMessageContaining("status 0");
    }

    /// Updates, deletions, segments and merges come between the counts.
    @Test
    void theOrderByEngagementIsThatOfAPlainSort() {
        var statuses = new RandomStatuses(11);
        Map<Long, Counts> counted = new HashMap<>();
        for (int round = 0; round < 8; round++) {
            statuses.feed(index, 800, 8);
            for (int i = 0; i < 400; i++) {
                long id = statuses.ids()
                        .get(statuses.random().nextInt(statuses.ids().size()));
                int likes = statuses.random().nextInt(6);
                index.add(id, likes, 1, 2);
                counted.merge(id, new Counts(likes, 1, 2), LiveCountsTest::sum);
            }
            Map<Long, Counts> set = new LinkedHashMap<>();
            for (long id : statuses.ids().subList(0, 200)) {
                set.put(id, new Counts(statuses.random().nextInt(40), 0, 0));
            }
            index.count(set);
            counted.putAll(set);
            for (SearchScope scope : RandomStatuses.SCOPES) {
                assertThat(pages("", scope, 150)).isEqualTo(plain(statuses, scope, counted));
            }
        }
    }

    private static Counts sum(Counts one, Counts other) {
        return new Counts(
                one.likes() + other.likes(), one.reposts() + other.reposts(), one.replies() + other.replies());
    }

    private List<Long> pages(String query, SearchScope scope, int limit) {
        List<Long> ids = new ArrayList<>();
        String cursor = null;
        do {
            SearchPage page = page(query, scope, limit, cursor);
            ids.addAll(TestStatuses.ids(page));
            cursor = page.next();
        } while (cursor != null);
        return ids;
    }

    private static List<Long> plain(RandomStatuses statuses, SearchScope scope, Map<Long, Counts> counted) {
        return statuses.present().stream()
                .filter(status -> RandomStatuses.isSeen(status, scope))
                .sorted(Comparator.<StatusDocument>comparingLong(status ->
                                counted.getOrDefault(status.id(), Counts.NONE).engagement())
                        .thenComparing(StatusDocument::createdAt)
                        .thenComparingLong(StatusDocument::id)
                        .reversed())
                .map(StatusDocument::id)
                .toList();
    }

    @Test
    void pagesStayInTheOrderOfTheFirstWhileCountsAndStatusesMoveOn() {
        for (long id = 1; id <= 200; id++) {
            index.put(List.of(status(id, "mot").document()));
            index.add(id, (int) (id % 7), 0, 0);
        }
        index.makeVisible();
        List<Long> before = mostEngaged("mot", 200);
        List<Long> read = new ArrayList<>();
        String cursor = null;
        do {
            SearchPage page = page("mot", SearchScope.publicOnly(), 30, cursor);
            read.addAll(TestStatuses.ids(page));
            assertThat(page.total()).isEqualTo(200);
            assertThat(page.totalIsExact()).isTrue();
            cursor = page.next();
            before.subList(100, 160).forEach(id -> index.add(id, 50, 0, 0));
            put(index, status(1_000 + read.size(), "mot").liked(99));
        } while (cursor != null);
        assertThat(read).isEqualTo(before);
    }

    @Test
    void aPageIsFoundThoughItsOrderHasBeenForgotten() {
        for (long id = 1; id <= 60; id++) {
            index.put(List.of(status(id, "mot " + id).document()));
            index.add(id, (int) id % 5, 0, 0);
        }
        index.makeVisible();
        for (Sort sort : List.of(Sort.MOST_ENGAGED, Sort.RELEVANCE)) {
            var seen = new HashSet<Long>();
            String cursor = null;
            do {
                SearchPage page = index.search(
                        new SearchRequest("mot", SearchScope.publicOnly(), sort, 20, cursor, TestStatuses.VISITOR));
                seen.addAll(TestStatuses.ids(page));
                cursor = page.next();
                for (int other = 1; other <= 100; other++) {
                    index.search(new SearchRequest(
                            "mot -" + other, SearchScope.publicOnly(), sort, 1, null, TestStatuses.VISITOR));
                }
            } while (cursor != null);
            assertThat(seen).hasSize(60);
        }
    }

    @Test
    void aCursorShowsTheOrderOfOneReaderToNoOther() {
        for (long id = 1; id <= 9; id++) {
            index.put(List.of(status(id, "mot").onlyFor(10, 1).document()));
        }
        put(index, status(20, "mot"), status(21, "mot"));
        var member = new SearchScope(10, java.util.Set.of(1L), null);
        String cursor = page("mot", member, 2, null).next();
        assertThat(TestStatuses.ids(page("mot", SearchScope.publicOnly(), 10, cursor)))
                .doesNotContain(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
    }

    @Test
    void noCountIsLostWhenManyCountAtOnce() throws InterruptedException {
        int threads = 4;
        int each = 20_000;
        var start = new CountDownLatch(1);
        List<Thread> all = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            all.add(Thread.ofPlatform().start(() -> {
                try {
                    start.await();
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                }
                for (int i = 0; i < each; i++) {
                    index.add(1 + i % 5_000, 1, 0, 1);
                }
            }));
        }
        start.countDown();
        for (Thread thread : all) {
            thread.join();
        }
        for (long id = 1; id <= 5_000; id++) {
            assertThat(index.counts(id)).isEqualTo(new Counts(threads * each / 5_000, 0, threads * each / 5_000));
        }
    }
}
