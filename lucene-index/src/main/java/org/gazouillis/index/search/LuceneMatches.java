package org.gazouillis.index.search;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/// The matches of a searcher of Lucene's.
record LuceneMatches(StatusSearcher searcher) implements Matches {

    @Override
    public Newer newest(int wanted, int counted, Found after) throws IOException {
        var newest = new Newest(searcher, false, wanted, counted, after);
        List<Found> found = newest.find();
        return new Newer(found, newest.count(), newest.countedAll());
    }

    @Override
    public Ranking mostAlike() throws IOException {
        return new Relevance(searcher).rank();
    }

    @Override
    public Ranking mostEngaged(int wanted, Found after) throws IOException {
        var best = new MostEngaged(searcher, wanted, after);
        List<Found> found = best.find();
        return new Ranking(found, best.more() ? found.getLast() : null, Set.of(), best.count(), true);
    }
}
