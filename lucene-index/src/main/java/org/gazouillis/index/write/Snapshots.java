package org.gazouillis.index.write;

import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherLifetimeManager;

/// How long searchers are kept for pages by relevance that may still be asked for: a minute, and the twenty youngest
/// at most.
/// One per sweep, since it counts.
final class Snapshots implements SearcherLifetimeManager.Pruner {

    private static final double SECONDS = 60;
    private static final int MOST = 20;

    private int kept;

    @Override
    public boolean doPrune(double ageInSeconds, IndexSearcher searcher) {
        return ageInSeconds > SECONDS || ++kept > MOST;
    }
}
