package org.gazouillis.index.search;

import java.io.IOException;
import org.apache.lucene.search.DocIdStream;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;

/// Counts all matches.
final class Totals implements LeafCollector {

    private long count;

    private Totals() {}

    static long of(StatusSearcher searcher) throws IOException {
        var total = new Totals();
        searcher.every(_ -> total);
        return total.count;
    }

    @Override
    public void setScorer(Scorable scorer) {
        // Likeness is of no interest.
    }

    @Override
    public void collect(int doc) {
        count++;
    }

    @Override
    public void collect(DocIdStream stream) throws IOException {
        count += stream.count();
    }

    @Override
    public void collectRange(int from, int to) {
        count += to - from;
    }
}
