package org.gazouillis.index;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gazouillis.index.TestStatuses.put;
import static org.gazouillis.index.TestStatuses.status;

/// What is asked once more is answered from what was kept of each segment: it must be what a first asking finds. With
/// another way of asking the same, of which nothing is kept, beside it.
class OftenAskedTest {
    private static final SearchScope MEMBER = new SearchScope(1, Set.of(11L, 12L), null);
    private static final List<SearchScope> SCOPES =
            List.of(SearchScope.publicOnly(), MEMBER, new SearchScope(1, Set.of(11L, 12L), 11L));
    private static final List<String> QUERIES = List.of(
            "#vert",
            "#rare",
            "#nowhere",
            "\"mot\"",
            "from:marie",
            "#vert since:2026-03-01T08:00Z",
            "#vert before:2026-03-01T08:00Z",
            "#vert since:2026-03-01T02:00Z before:2026-03-01T09:00Z");

    /// Nothing is kept for later pages.
    private static final int MOST = 40;

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

    @Test
    void isAnsweredAsForTheFirstTimeWhateverIsWrittenAndDeletedBetween() {
        var random = new Random(177);
        for (long from = 1; from <= 900; from += 150) {
            long first = from;
            put(
                    index,
                    LongStream.range(first, first + 150)
                            .mapToObj(id -> any(random, id))
                            .toArray(TestStatuses[]::new));
            for (int round = 0; round < 3; round++) {
                check();
            }
            index.delete(random.longs(40, 1, first + 150).boxed().toList());
            put(index, any(random, 1 + random.nextLong(first + 149)));
            check();
        }
    }

    private static TestStatuses any(Random random, long id) {
        String text = "mot " + id + (random.nextInt(4) > 0 ? " #vert" : "") + (random.nextInt(60) == 0 ? " #rare" : "");
        TestStatuses status = status(id, text).by(random.nextBoolean() ? "marie" : "luc");
        return switch (random.nextInt(4)) {
            case 0 -> status.onlyFor(1, 11);
            case 1 -> status.onlyFor(2, 21);
            case 2 -> status.of(1, 12);
            default -> status;
        };
    }

    private void check() {
        for (SearchScope scope : SCOPES) {
            for (String query : QUERIES) {
                for (int limit : new int[] {5, 20, 200}) {
                    assertThat(pages(query, scope, limit))
                            .as("%s in pages of %d for %s", query, limit, scope)
                            .isEqualTo(pages(query + " -\"never said\"", scope, limit));
                }
            }
        }
    }

    /// Hits and totals of the first pages.
    private List<String> pages(String query, SearchScope scope, int limit) {
        var all = new ArrayList<String>();
        String cursor = null;
        do {
            SearchPage page = index.search(SearchRequest.newest(query, scope, limit, cursor, TestStatuses.VISITOR));
            page.hits().forEach(hit -> all.add(hit.id() + " " + hit.createdAt()));
            all.add(page.total() + " " + page.totalIsExact());
            cursor = page.next();
        } while (cursor != null && all.size() < MOST);
        return all;
    }
}
