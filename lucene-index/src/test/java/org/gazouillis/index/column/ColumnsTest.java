package org.gazouillis.index.column;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.IndexSearcher;
import org.gazouillis.index.StatusDocument;
import org.gazouillis.index.analysis.PostText;
import org.gazouillis.index.write.Generation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ColumnsTest {

    @TempDir
    Path folder;

    private final Columns columns = new Columns();
    private long lastId;

    private List<StatusDocument> statuses(long... millis) {
        List<StatusDocument> documents = new ArrayList<>();
        for (long at : millis) {
            documents.add(new StatusDocument(
                    ++lastId,
                    1,
                    "a",
                    "mot",
                    "fr",
                    Instant.ofEpochMilli(at),
                    true,
                    0,
                    0,
                    0,
                    "x",
                    List.of("tag" + at % 5),
                    List.of(),
                    List.of(),
                    0,
                    0,
                    0,
                    0,
                    "",
                    false,
                    false,
                    false,
                    false,
                    false,
                    false));
        }
        return documents;
    }

    @Test
    void whatBelongsToASegmentGoesWithIt() throws IOException {
        Generation generation = Generation.open(folder, new PostText(), 16, columns);
        for (int round = 0; round < 40; round++) {
            generation.put(statuses(round * 1_000L, round * 2_000L));
            generation.makeVisible();
            IndexSearcher searcher = generation.borrow();
            try {
                assertThat(columns.size())
                        .isGreaterThanOrEqualTo(
                                searcher.getIndexReader().leaves().size());
                assertThat(columns.size()).isLessThan(25);
            } finally {
                generation.release(searcher);
            }
        }
        generation.close();
        assertThat(columns.size()).isZero();
    }

    @Test
    void timesAreFoundToTheMillisecondHoweverFarApartTheyLie() throws IOException {
        long[] times = {
            -7_000_000_000_001L,
            -900_000,
            -1,
            0,
            1,
            899_999,
            900_000,
            900_000,
            900_001,
            86_400_000,
            253_402_300_799_999L
        };
        try (Generation generation = Generation.open(folder, new PostText(), 16, columns)) {
            generation.put(statuses(times));
            generation.makeVisible();
            IndexSearcher searcher = generation.borrow();
            try {
                LeafReader leaf = searcher.getIndexReader().leaves().getFirst().reader();
                TimeTable table = columns.of(leaf).times(leaf);
                for (long time : times) {
                    for (long asked = time - 1; asked <= time + 1; asked++) {
                        assertThat(table.documentsSince(leaf, asked))
                                .describedAs("since %s", asked)
                                .isEqualTo((int) since(times, asked));
                    }
                }
                assertThat(table.documentsSince(leaf, Long.MIN_VALUE)).isEqualTo(times.length);
                assertThat(table.documentsSince(leaf, Long.MAX_VALUE)).isZero();
            } finally {
                generation.release(searcher);
            }
        }
    }

    private static long since(long[] times, long asked) {
        return java.util.Arrays.stream(times).filter(time -> time >= asked).count();
    }
}
