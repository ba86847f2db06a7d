package org.gazouillis.index;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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

class PagingTest {

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

    private SearchPage page(Sort sort, int limit, @Nullable String cursor) {
        return index.search(
                new SearchRequest("mot", SearchScope.publicOnly(), sort, limit, cursor, TestStatuses.VISITOR));
    }

    /// Pages to the end while new statuses come in between.
    private List<Long> allPages(Sort sort) {
        var ids = new ArrayList<Long>();
        String cursor = null;
        long newcomer = 10_000;
        do {
            SearchPage page = page(sort, 7, cursor);
            ids.addAll(TestStatuses.ids(page));
            cursor = page.next();
            put(index, status(newcomer++, "mot nouveau mot mot"));
        } while (cursor != null);
        return ids;
    }

    @Test
    void newestPagesAreCompleteAndInOrderWhileStatusesComeIn() {
        for (long from = 1; from <= 500; from += 50) {
            put(
                    index,
                    LongStream.range(from, from + 50)
                            .mapToObj(id -> status(id, "mot " + id))
                            .toArray(TestStatuses[]::new));
        }
        assertThat(allPages(Sort.NEWEST))
                .isEqualTo(
                        LongStream.rangeClosed(1, 500).mapToObj(id -> 501 - id).toList());
    }

    @Test
    void statusesOfTheSameMillisecondAreToldApartById() {
        Instant once = Instant.parse("2026-03-01T12:00:00Z");
        var documents = new ArrayList<StatusDocument>();
        for (long id = 1; id <= 100; id++) {
            documents.add(new StatusDocument(
                    id, 1, "a", "mot", "fr", once, true, 0, 0, 0, "x", List.of(), List.of(), List.of(), 0, 0, 0, 0, "",
                    false, false, false, false, false, false));
        }
        index.put(documents);
        index.makeVisible();
        assertThat(allPages(Sort.NEWEST))
                .isEqualTo(
                        LongStream.rangeClosed(1, 100).mapToObj(id -> 101 - id).toList());
    }

    @Test
    void pagesByRelevanceAreCompleteWhileScoresShift() {
        var seen = new HashSet<Long>();
        for (long id = 1; id <= 120; id++) {
            index.put(List.of(status(id, "mot ".repeat((int) (id % 9) + 1) + "autre".repeat((int) (id % 5)))
                    .document()));
            seen.add(id);
            if (id % 40 == 0) {
                index.makeVisible();
            }
        }
        List<Long> ids = allPages(Sort.RELEVANCE);
        assertThat(ids).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(seen);
    }

    @Test
    void theTotalIsCountedOnceAndSaysWhenItIsALowerBound() {
        var documents = new ArrayList<StatusDocument>();
        for (long id = 1; id <= 3_000; id++) {
            documents.add(status(id, id <= 30 ? "mot rare" : "mot").document());
        }
        index.put(documents);
        index.makeVisible();
        SearchPage first = page(Sort.NEWEST, 10, null);
        assertThat(first.totalIsExact()).isFalse();
        assertThat(first.total()).isEqualTo(40);
        SearchPage second = page(Sort.NEWEST, 10, first.next());
        assertThat(second.total()).isEqualTo(first.total());
        var rare = SearchRequest.newest("rare", SearchScope.publicOnly(), 10, null, TestStatuses.VISITOR);
        assertThat(index.search(rare)).satisfies(page -> {
            assertThat(page.total()).isEqualTo(30);
            assertThat(page.totalIsExact()).isTrue();
        });
    }

    @Test
    void theLastPageHasNoNext() {
        put(index, status(1, "mot"), status(2, "mot"));
        assertThat(page(Sort.NEWEST, 2, null).next()).isNull();
        assertThat(page(Sort.NEWEST, 1, null).next()).isNotNull().matches("[A-Za-z0-9_-]+");
    }

    @Test
    void foreignCursorsAreRefused() {
        put(index, status(1, "mot"), status(2, "mot"));
        String newest = page(Sort.NEWEST, 1, null).next();
        for (String bad : List.of("", "x", "!!!", "AAAA", "A".repeat(10_000), "_".repeat(46))) {
            assertThatThrownBy(() -> page(Sort.NEWEST, 1, bad)).isInstanceOf(CursorNotUnderstood.class);
        }
        assertThatThrownBy(() -> page(Sort.RELEVANCE, 1, newest)).isInstanceOf(CursorNotUnderstood.class);
    }

    @Test
    void absurdLimitsAreRefused() {
        assertThatThrownBy(() -> page(Sort.NEWEST, 0, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> page(Sort.NEWEST, 201, null)).hasMessageContaining("1 to 200");
    }
}
