package org.gazouillis.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.gazouillis.index.document.Fields;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gazouillis.index.TestStatuses.find;
import static org.gazouillis.index.TestStatuses.ids;
import static org.gazouillis.index.TestStatuses.put;
import static org.gazouillis.index.TestStatuses.status;

/// What every engine answers the same, and how it lives with what changes. The engines' own lives have tests of their
/// own.
abstract class StatusIndexContract extends CountingContract {
    /// A place that soon is full.
    abstract Disk smallDisk() throws Exception;

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
}
