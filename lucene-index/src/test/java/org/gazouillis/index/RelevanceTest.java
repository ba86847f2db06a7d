package org.gazouillis.index;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gazouillis.index.TestStatuses.put;
import static org.gazouillis.index.TestStatuses.status;

class RelevanceTest {

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

    private SearchPage page(String query, int limit, @Nullable String cursor) {
        return index.search(new SearchRequest(
                query, SearchScope.publicOnly(), Sort.RELEVANCE, limit, cursor, TestStatuses.VISITOR));
    }

    private List<Long> best(String query) {
        return TestStatuses.ids(page(query, 10, null));
    }

    @Test
    void amongEquallyAlikeTheNewerComesFirst() {
        put(index, status(1, "un mot"), status(2, "un mot"));
        assertThat(best("mot")).containsExactly(2L, 1L);
        int twoWeeks = 14 * 24 * 60;
        put(index, status(3 + twoWeeks, "un mot"));
        List<Hit> hits = page("mot", 10, null).hits();
        assertThat(hits.getFirst().id()).isEqualTo(3 + twoWeeks);
        float share = hits.get(1).score() / hits.getFirst().score();
        assertThat((double) share).isBetween(0.43, 0.44);
    }

    @Test
    void likesLiftAStatusOverAnEquallyAlikeOneAtOnce() {
        put(index, status(1, "un mot"), status(2, "un mot"));
        index.add(1, 255, 0, 0);
        List<Hit> hits = page("mot", 10, null).hits();
        assertThat(hits).extracting(Hit::id).containsExactly(1L, 2L);
        assertThat((double) (hits.getFirst().score() / hits.get(1).score())).isBetween(1.99, 2.01);
    }

    @Test
    void manyLikesDoNotMakeUpForTheWordsThatWereAskedFor() {
        put(index, status(1, "rare rare rare"), status(2, "un long texte de tout autre chose avec rare dedans"));
        LongStream.range(3, 40).forEach(id -> put(index, status(id, "autre chose")));
        index.add(2, 3, 0, 0);
        assertThat(best("rare")).containsExactly(1L, 2L);
    }

    @Test
    void whatIsMostAlikeIsFoundHoweverManyNewerOnesThereAre() {
        List<StatusDocument> documents = new ArrayList<>();
        for (long id = 1; id <= 3_000; id++) {
            documents.add(status(id, id == 17 ? "mot mot" : "mot et beaucoup d'autres choses que voici " + id)
                    .document());
        }
        index.put(documents);
        index.makeVisible();
        assertThat(best("mot").getFirst()).isEqualTo(17);
    }

    @Test
    void pagesHoldTheThousandsBehindTheOrderedOnesTooEachOnce() {
        List<StatusDocument> documents = new ArrayList<>();
        for (long id = 1; id <= 4_000; id++) {
            documents.add(status(id, "mot " + "autre ".repeat((int) (id * 31 % 17)))
                    .document());
        }
        index.put(documents.subList(0, 2_500));
        index.makeVisible();
        index.put(documents.subList(2_500, 4_000));
        index.makeVisible();
        List<Long> ids = new ArrayList<>();
        String cursor = null;
        long newcomer = 10_000;
        do {
            SearchPage page = page("mot", 150, cursor);
            ids.addAll(TestStatuses.ids(page));
            assertThat(page.total()).isEqualTo(1_000);
            assertThat(page.totalIsExact()).isFalse();
            cursor = page.next();
            put(index, status(newcomer++, "mot mot"));
        } while (cursor != null);
        assertThat(ids)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 4_000).boxed().toList());
    }

    @Test
    void withoutWordsTheMostLikedOfTheNewestComeFirst() {
        put(index, status(1, "a"), status(2, "b"), status(3, "c"));
        index.add(2, 9, 0, 0);
        assertThat(best("")).containsExactly(2L, 3L, 1L);
    }
}
