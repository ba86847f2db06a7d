package org.gazouillis.index.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// All documents with any of some terms, as a word has them that is found in its other forms, too: the lists of the
/// terms are laid over each other as bits, list by list.
///
/// Lucene does so 4,096 documents at a time, goes from one list to the other within them, and lets nobody read its
/// words of bits. For all other queries its own ways are as good.
final class TermUnion {

    /// Documents at a time: 8 KB, which stay in the processor's first cache.
    private static final int STRETCH = 1 << 16;

    /// A match for so many documents, or it is cheaper to go from one to the next.
    private static final int SPARSE = 128;

    private final StatusSearcher searcher;
    private final List<Weight> terms;

    private TermUnion(StatusSearcher searcher, List<Weight> terms) {
        this.searcher = searcher;
        this.terms = terms;
    }

    /// Null when the query asks for anything else.
    static @Nullable TermUnion of(StatusSearcher searcher, Query query) throws IOException {
        List<TermQuery> terms = new ArrayList<>();
        if (!gather(query, terms)) {
            return null;
        }
        List<Weight> weights = new ArrayList<>();
        for (TermQuery term : terms) {
            weights.add(searcher.weight(term, ScoreMode.COMPLETE_NO_SCORES));
        }
        return new TermUnion(searcher, weights);
    }

    private static boolean gather(Query query, List<TermQuery> terms) {
        return switch (query) {
            case TermQuery term -> terms.add(term);
            case BoostQuery boosted -> gather(boosted.getQuery(), terms);
            case BooleanQuery any ->
                any.getMinimumNumberShouldMatch() <= 1
                        && any.clauses().stream()
                                .allMatch(clause ->
                                        clause.occur() == BooleanClause.Occur.SHOULD && gather(clause.query(), terms));
            default -> false;
        };
    }

    /// @return false, and nothing is fed, when there are so few that another way is cheaper
    boolean feed(LeafReaderContext leaf, Window window, LeafCollector collector) throws IOException {
        List<ScorerSupplier> lists = new ArrayList<>();
        long matches = 0;
        for (Weight term : terms) {
            ScorerSupplier list = term.scorerSupplier(leaf);
            if (list != null) {
                lists.add(list);
                matches += list.cost();
            }
        }
        if (matches * SPARSE < leaf.reader().maxDoc()) {
            return false;
        }
        feed(from(window.from(), lists), leaf, window, collector);
        return true;
    }

    /// Each at its first document there. Going on by one is much cheaper than Lucene's looking for a document.
    private static List<DocIdSetIterator> from(int first, List<ScorerSupplier> lists) throws IOException {
        List<DocIdSetIterator> all = new ArrayList<>();
        for (ScorerSupplier list : lists) {
            DocIdSetIterator docs = list.get(Long.MAX_VALUE).iterator();
            int _ = first == 0 ? docs.nextDoc() : docs.advance(first);
            all.add(docs);
        }
        return all;
    }

    private void feed(List<DocIdSetIterator> lists, LeafReaderContext leaf, Window window, LeafCollector collector)
            throws IOException {
        var accepted = searcher.accepted(leaf);
        var bits = new FixedBitSet(STRETCH);
        for (int base = window.from() & -Long.SIZE; base < window.to(); base += STRETCH) {
            int from = Math.max(base, window.from());
            int to = Math.min(base + STRETCH, window.to());
            for (DocIdSetIterator list : lists) {
                list.intoBitSet(to, bits, base);
            }
            if (accepted != null) {
                accepted.applyMask(bits, base);
            }
            collector.collect(new DocsInBits(bits, base, new Window(from, to)));
            bits.clear();
            searcher.inTime();
        }
    }
}
