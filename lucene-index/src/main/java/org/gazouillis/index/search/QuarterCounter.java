package org.gazouillis.index.search;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.gazouillis.index.QuarterRequest;
import org.gazouillis.index.SearchTookTooLong;
import org.gazouillis.index.analysis.PostText;
import org.gazouillis.index.document.Fields;

/// Counts what one request matches in each quarter of an hour, reading the column of times once.
public final class QuarterCounter {
    private static final long QUARTER = Duration.ofMinutes(15).toMillis();

    private final PostText analyzer;
    private final Duration timeLimit;

    public QuarterCounter(PostText analyzer, Duration timeLimit) {
        this.analyzer = analyzer;
        this.timeLimit = timeLimit;
    }

    public int[] count(IndexReader reader, QuarterRequest request) throws IOException {
        long from = request.from().toEpochMilli();
        var searcher = new IndexSearcher(reader);
        searcher.setTimeout(new SearchBudget(timeLimit));
        int[] counts = searcher.search(query(request, from), new Counting(from, request.quarters()));
        if (searcher.timedOut()) {
            throw new SearchTookTooLong(timeLimit);
        }
        return counts;
    }

    private Query query(QuarterRequest request, long from) {
        return new BooleanQuery.Builder()
                .add(Fields.visibleIn(request.scope()), Occur.FILTER)
                .add(AskedQuery.of(request.query(), analyzer, request.zone()), Occur.FILTER)
                .add(Fields.created(from, from + QUARTER * request.quarters()), Occur.FILTER)
                .build();
    }

    private record Counting(long from, int quarters) implements CollectorManager<Column, int[]> {
        @Override
        public Column newCollector() {
            return new Column(from, new int[quarters]);
        }

        @Override
        public int[] reduce(Collection<Column> columns) {
            int[] all = new int[quarters];
            for (Column column : columns) {
                for (int quarter = 0; quarter < quarters; quarter++) {
                    all[quarter] += column.counts[quarter];
                }
            }
            return all;
        }
    }

    private static final class Column extends SimpleCollector {
        private final long from;
        private final int[] counts;
        private NumericDocValues created = DocValues.emptyNumeric();

        Column(long from, int[] counts) {
            this.from = from;
            this.counts = counts;
        }

        @Override
        protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
            created = DocValues.getNumeric(leaf.reader(), Fields.CREATED);
        }

        @Override
        public void collect(int doc) throws IOException {
            if (created.advanceExact(doc)) {
                counts[(int) ((created.longValue() - from) / QUARTER)]++;
            }
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
