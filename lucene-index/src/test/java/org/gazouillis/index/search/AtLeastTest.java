package org.gazouillis.index.search;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.gazouillis.index.Measure;
import org.gazouillis.index.SearchScope;
import org.gazouillis.index.StatusDocument;
import org.gazouillis.index.analysis.PostText;
import org.gazouillis.index.column.Columns;
import org.gazouillis.index.write.Generation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class AtLeastTest {

    @TempDir
    Path folder;

    private final Columns columns = new Columns();
    private Generation generation;

    @BeforeEach
    void fill() throws IOException {
        generation = Generation.open(folder, new PostText(), 16, columns);
        List<StatusDocument> documents = new ArrayList<>();
        for (long id = 1; id <= 1_000; id++) {
            Instant at = Instant.ofEpochSecond(id);
            documents.add(new StatusDocument(
                    id, 1, "a", "mot", "fr", at, true, 0, 0, 0, "x", List.of(), List.of(), List.of(), 0, 0, 0, 0, "",
                    false, false, false, false, false, false));
            if (id % 250 == 0) {
                generation.put(documents);
                generation.makeVisible();
                documents.clear();
            }
        }
    }

    @AfterEach
    void close() throws IOException {
        generation.close();
    }

    private List<Long> found(Query query) throws IOException {
        IndexSearcher lent = generation.borrow();
        try {
            var searcher = new StatusSearcher(
                    lent.getIndexReader(), columns, SearchScope.publicOnly(), query, Duration.ofSeconds(30));
            return new Newest(searcher, false, 2_000, 0, Found.NOTHING_YET)
                    .find().stream().map(Found::id).toList();
        } finally {
            generation.release(lent);
        }
    }

    @Test
    void findsThoseThatWereCountedSoOftenByNow() throws IOException {
        assertThat(found(AtLeast.of(Measure.LIKES, 1))).isEmpty();
        for (long id = 1; id <= 1_000; id += 3) {
            columns.counters().add(id, (int) (id % 50), 1, 0);
        }
        assertThat(found(AtLeast.of(Measure.LIKES, 40)))
                .isEqualTo(LongStream.rangeClosed(1, 1_000)
                        .map(id -> 1_001 - id)
                        .filter(id -> id % 3 == 1 && id % 50 >= 40)
                        .boxed()
                        .toList());
        assertThat(found(AtLeast.of(Measure.REPOSTS, 1))).hasSize(334);
        assertThat(found(AtLeast.of(Measure.REPLIES, 1))).isEmpty();
        columns.counters().add(500, 0, 0, 1);
        assertThat(found(AtLeast.of(Measure.REPLIES, 1))).containsExactly(500L);
        columns.counters().add(500, 0, 0, -1);
        assertThat(found(AtLeast.of(Measure.REPLIES, 1))).isEmpty();
    }

    @Test
    void combinesWithOtherClauses() throws IOException {
        columns.counters().add(7, 5, 0, 0);
        columns.counters().add(8, 5, 5, 0);
        Query both = new BooleanQuery.Builder()
                .add(AtLeast.of(Measure.LIKES, 5), Occur.MUST)
                .add(AtLeast.of(Measure.REPOSTS, 5), Occur.MUST)
                .build();
        assertThat(found(both)).containsExactly(8L);
        Query without = new BooleanQuery.Builder()
                .add(MatchAllDocsQuery.INSTANCE, Occur.FILTER)
                .add(AtLeast.of(Measure.LIKES, 5), Occur.MUST_NOT)
                .build();
        assertThat(found(without)).hasSize(998).doesNotContain(7L, 8L);
    }

    @Test
    void everyoneWasCountedZeroTimes() throws IOException {
        assertThat(found(AtLeast.of(Measure.LIKES, 0))).hasSize(1_000);
        assertThat(found(AtLeast.of(Measure.LIKES, -3))).hasSize(1_000);
    }

    @Test
    void aSearcherWithoutCountersHasCountedNothingYet() throws IOException {
        columns.counters().add(7, 5, 0, 0);
        IndexSearcher lent = generation.borrow();
        try {
            assertThat(lent.count(AtLeast.of(Measure.LIKES, 1))).isZero();
        } finally {
            generation.release(lent);
        }
    }
}
