package org.gazouillis.index.search;

import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.util.Bits;
import org.gazouillis.index.document.Fields;
import org.jspecify.annotations.Nullable;

/// One status of a reader, to be asked whether it answers to a query.
///
/// @param doc its number within the segment
record OneDocument(LeafReaderContext leaf, int doc) {

    /// Empty when the reader does not hold it, or holds it as deleted.
    static Optional<OneDocument> of(IndexReader reader, long id) throws IOException {
        for (LeafReaderContext leaf : reader.leaves()) {
            PostingsEnum documents = leaf.reader().postings(Fields.id(id), PostingsEnum.NONE);
            Bits alive = leaf.reader().getLiveDocs();
            int doc = documents == null ? DocIdSetIterator.NO_MORE_DOCS : documents.nextDoc();
            while (doc != DocIdSetIterator.NO_MORE_DOCS) {
                if (alive == null || alive.get(doc)) {
                    return Optional.of(new OneDocument(leaf, doc));
                }
                doc = documents.nextDoc();
            }
        }
        return Optional.empty();
    }

    /// Whether it is among what a searcher finds.
    boolean isFoundBy(StatusSearcher searcher) throws IOException {
        Window window = searcher.window(leaf);
        Bits accepted = searcher.accepted(leaf);
        return doc >= window.from()
                && doc < window.to()
                && (accepted == null || accepted.get(doc))
                && answers(searcher, searcher.query());
    }

    boolean answers(StatusSearcher searcher, Query query) throws IOException {
        return at(searcher, query, ScoreMode.COMPLETE_NO_SCORES) != null;
    }

    /// How alike it is to a query; 0 when it does not answer.
    float score(StatusSearcher searcher, Query query) throws IOException {
        Scorer scorer = at(searcher, query, ScoreMode.COMPLETE);
        return scorer == null ? 0 : scorer.score();
    }

    Found found(long key) throws IOException {
        return new Reading(leaf).found(doc, key);
    }

    private @Nullable Scorer at(StatusSearcher searcher, Query query, ScoreMode mode) throws IOException {
        Scorer scorer = searcher.weight(query, mode).scorer(leaf);
        return scorer != null && scorer.iterator().advance(doc) == doc ? scorer : null;
    }
}
