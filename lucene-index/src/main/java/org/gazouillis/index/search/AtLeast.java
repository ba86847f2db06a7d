package org.gazouillis.index.search;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.gazouillis.index.Measure;
import org.gazouillis.index.column.Counters;
import org.jspecify.annotations.Nullable;

/// Statuses that were liked, reposted, answered or seen at least so many times by now, for `min_likes:` and its like.
///
/// Reads the live counters, which only a [StatusSearcher] has; asked of any other searcher (a new status that saved
/// searches are tried on) nothing has been counted yet. Never cached, since counters move without a new searcher.
final class AtLeast extends Query {

    private final Measure measure;
    private final int least;

    private AtLeast(Measure measure, int least) {
        this.measure = measure;
        this.least = least;
    }

    static Query of(Measure measure, int least) {
        return least <= 0 ? MatchAllDocsQuery.INSTANCE : new AtLeast(measure, least);
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
        StatusSearcher ours = searcher instanceof StatusSearcher status ? status : null;
        return new ConstantScoreWeight(this, boost) {
            @Override
            public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
                int[] slots = ours == null ? new int[0] : ours.slots(leaf);
                if (ours == null || slots.length == 0) {
                    return null;
                }
                return ConstantScoreScorerSupplier.fromIterator(
                        TwoPhaseIterator.asDocIdSetIterator(counted(slots, ours.counters())),
                        score(),
                        mode,
                        slots.length);
            }

            @Override
            public boolean isCacheable(LeafReaderContext leaf) {
                return false;
            }
        };
    }

    private TwoPhaseIterator counted(int[] slots, Counters counters) {
        var all = DocIdSetIterator.all(slots.length);
        return new TwoPhaseIterator(all) {
            @Override
            public boolean matches() {
                int slot = slots[all.docID()];
                return slot != 0 && counters.get(slot, measure) >= least;
            }

            @Override
            public float matchCost() {
                return 5;
            }
        };
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
        return measure + ">=" + least;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AtLeast that && measure == that.measure && least == that.least;
    }

    @Override
    public int hashCode() {
        return measure.hashCode() * 31 + least;
    }
}
