package org.gazouillis.index.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.gazouillis.index.Facet;
import org.gazouillis.index.FacetCount;
import org.gazouillis.index.SearchScope;

/// Finds the most frequent values that begin in a certain way, from the dictionaries of terms: only values that begin
/// so are looked at.
///
/// A dictionary says how many statuses have a value, whoever may see them; how many the asker may see is counted for
/// the most frequent ones only, until none of the others can be among the wanted any more.
public final class Completing {

    private final Asking asking;

    public Completing(Asking asking) {
        this.asking = asking;
    }

    /// @param facet one that everybody may be told of
    /// @param beginning folded as the values are
    public List<FacetCount> begun(IndexReader reader, SearchScope scope, Facet facet, String beginning, int top)
            throws IOException {
        String field = FacetFields.of(facet);
        var best = new PriorityQueue<>(Comparator.comparingLong(FacetCount::count)
                .thenComparing(FacetCount::value, Comparator.reverseOrder()));
        for (FacetCount most : atMost(reader, field, new BytesRef(beginning))) {
            if (best.size() == top && most.count() < best.element().count()) {
                break;
            }
            var query = new TermQuery(new Term(field, most.value()));
            long seen = Totals.of(new StatusSearcher(reader, asking.columns(), scope, query, asking.timeLimit()));
            if (seen > 0) {
                best.add(new FacetCount(most.value(), seen));
            }
            if (best.size() > top) {
                best.poll();
            }
        }
        return best.stream().sorted(best.comparator().reversed()).toList();
    }

    /// How many statuses have each of the values at most, the most frequent first.
    private static List<FacetCount> atMost(IndexReader reader, String field, BytesRef beginning) throws IOException {
        Map<String, Long> counts = new HashMap<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            Terms terms = leaf.reader().terms(field);
            if (terms != null) {
                TermsEnum values = terms.iterator();
                boolean there = values.seekCeil(beginning) != TermsEnum.SeekStatus.END;
                while (there && StringHelper.startsWith(values.term(), beginning)) {
                    counts.merge(values.term().utf8ToString(), (long) values.docFreq(), Long::sum);
                    there = values.next() != null;
                }
            }
        }
        List<FacetCount> all = new ArrayList<>(counts.size());
        counts.forEach((value, count) -> all.add(new FacetCount(value, count)));
        all.sort(Comparator.comparingLong(FacetCount::count).reversed().thenComparing(FacetCount::value));
        return all;
    }
}
