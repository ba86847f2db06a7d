package org.gazouillis.index.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdStream;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.gazouillis.index.Facet;
import org.gazouillis.index.FacetCount;
import org.gazouillis.index.column.Dictionary;
import org.gazouillis.index.column.OpenTotals;
import org.gazouillis.index.column.Values;
import org.gazouillis.index.document.Fields;

/// Counts the values of some facets among the matches, all in one walk. Each match's values are numbers in memory,
/// the same for all segments, so counting is adding up in an array.
final class FacetCounting {

    private static final int TOGETHER = 512;

    private final StatusSearcher searcher;
    private final Query query;
    private final List<Facet> facets;
    private final List<int[]> counts = new ArrayList<>();

    FacetCounting(StatusSearcher searcher, Query query, List<Facet> facets) {
        this.searcher = searcher;
        this.query = query;
        this.facets = facets;
    }

    /// For each facet its `top` most frequent values; among equals in the order of the alphabet.
    List<List<FacetCount>> top(int top) throws IOException {
        count();
        List<List<FacetCount>> all = new ArrayList<>(facets.size());
        for (int i = 0; i < facets.size(); i++) {
            all.add(top(facets.get(i), counts.get(i), top));
        }
        return all;
    }

    /// The arrays are as long as the dictionaries, into which all segments have entered their values by now.
    private void count() throws IOException {
        for (Facet facet : facets) {
            counts.add(new int[dictionary(facet).size()]);
        }
        searcher.every(query, leaf -> new Adding(leaf, values(leaf)));
    }

    private Values[] values(LeafReaderContext leaf) throws IOException {
        Values[] values = new Values[facets.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = searcher.columns(leaf).values(leaf.reader(), FacetFields.of(facets.get(i)));
        }
        return values;
    }

    /// Those of all facets; empty for a small segment.
    private List<OpenTotals> totals(LeafReaderContext leaf) throws IOException {
        List<OpenTotals> totals = new ArrayList<>(facets.size());
        for (Facet facet : facets) {
            OpenTotals ofFacet = searcher.columns(leaf).openTotals(leaf.reader(), FacetFields.of(facet));
            if (ofFacet == null) {
                return List.of();
            }
            totals.add(ofFacet);
        }
        return totals;
    }

    private List<FacetCount> top(Facet facet, int[] counted, int top) {
        var rarest = new PriorityQueue<>(Comparator.comparingLong(FacetCount::count)
                .thenComparing(FacetCount::value, Comparator.reverseOrder()));
        Dictionary dictionary = dictionary(facet);
        int least = 1;
        for (int number = 0; number < counted.length; number++) {
            if (counted[number] >= least) {
                rarest.add(new FacetCount(value(facet, dictionary.term(number)), counted[number]));
                if (rarest.size() > top) {
                    rarest.poll();
                    least = (int) rarest.element().count();
                }
            }
        }
        return rarest.stream().sorted(rarest.comparator().reversed()).toList();
    }

    private Dictionary dictionary(Facet facet) {
        return searcher.dictionary(FacetFields.of(facet));
    }

    private static String value(Facet facet, BytesRef term) {
        return switch (facet) {
            case BRAND -> Fields.brandOf(term.utf8ToString());
            case CAMPAIGN -> Long.toString(Fields.id(term));
            default -> term.utf8ToString();
        };
    }

    private final class Adding implements LeafCollector {
        private final LeafReaderContext leaf;
        private final Values[] values;
        private final int[] docs = new int[TOGETHER];
        private int size;

        Adding(LeafReaderContext leaf, Values[] values) {
            this.leaf = leaf;
            this.values = values;
        }

        @Override
        public void setScorer(Scorable scorer) {
            // Likeness is of no interest.
        }

        @Override
        public void collect(int doc) {
            add(doc, 1);
        }

        /// All in the order of memory, and those few taken off again that are not to be seen, is quicker than jumping
        /// over these.
        @Override
        public void collect(DocIdStream stream) throws IOException {
            if (!(stream instanceof AcceptedDocs all)) {
                stream.forEach(this::collect);
                return;
            }
            List<OpenTotals> totals = all.window().isWhole(leaf.reader().maxDoc()) ? totals(leaf) : List.of();
            if (totals.isEmpty()) {
                collectRange(all.window().from(), all.window().to());
                all.rejected(doc -> add(doc, -1));
            } else {
                for (int i = 0; i < values.length; i++) {
                    totals.get(i).addTo(counts.get(i));
                }
                FixedBitSet open = totals.getFirst().open();
                all.more(open, doc -> add(doc, 1));
                add(1);
                all.less(open, doc -> add(doc, -1));
            }
            add(-1);
        }

        @Override
        public void collectRange(int from, int to) {
            for (int i = 0; i < values.length; i++) {
                values[i].count(from, to, counts.get(i));
            }
        }

        @Override
        public void finish() {
            add(1);
        }

        private void add(int doc, int by) {
            docs[size++] = doc;
            if (size == docs.length) {
                add(by);
            }
        }

        private void add(int by) {
            for (int i = 0; i < values.length; i++) {
                values[i].count(docs, size, by, counts.get(i));
            }
            size = 0;
        }
    }
}
