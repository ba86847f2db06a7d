package org.gazouillis.index.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.gazouillis.index.Bar;
import org.gazouillis.index.Facet;
import org.gazouillis.index.FacetCount;
import org.gazouillis.index.SearchScope;
import org.gazouillis.index.Selection;
import org.gazouillis.index.Step;
import org.gazouillis.index.column.SegmentColumns;
import org.gazouillis.index.document.Fields;

/// Counts a selection of one reader, exactly.
public final class Counting {

    private final Asking asking;

    public Counting(Asking asking) {
        this.asking = asking;
    }

    public long total(IndexReader reader, Selection selection) throws IOException {
        return Totals.of(asking.searcher(reader, selection));
    }

    public List<Bar> histogram(IndexReader reader, Selection selection, Step step) throws IOException {
        return new Histogram(
                        asking.searcher(reader, selection),
                        new Edges(selection.standpoint().zone(), step))
                .bars();
    }

    public Map<Facet, List<FacetCount>> facets(
            IndexReader reader, Selection selection, Collection<Facet> wanted, int top) throws IOException {
        Map<Facet, List<FacetCount>> counted = new EnumMap<>(Facet.class);
        readValues(reader, wanted);
        StatusSearcher searcher = asking.searcher(reader, selection);
        List<Facet> everybodys = new ArrayList<>(Set.copyOf(wanted));
        List<Facet> owned = everybodys.stream().filter(FacetFields::isOwned).toList();
        everybodys.removeAll(owned);
        count(searcher, searcher.query(), everybodys, top, counted);
        count(searcher, ofBrands(searcher.query(), selection.scope()), owned, top, counted);
        return counted;
    }

    /// Before the time limit begins: the first to ask for a facet waits for its values, once for each segment.
    private void readValues(IndexReader reader, Collection<Facet> wanted) throws IOException {
        for (LeafReaderContext leaf : reader.leaves()) {
            for (Facet facet : wanted) {
                SegmentColumns columns = asking.columns().of(leaf.reader());
                columns.values(leaf.reader(), FacetFields.of(facet));
                columns.openTotals(leaf.reader(), FacetFields.of(facet));
            }
        }
    }

    private static void count(
            StatusSearcher searcher, Query query, List<Facet> facets, int top, Map<Facet, List<FacetCount>> counted)
            throws IOException {
        if (!facets.isEmpty()) {
            List<List<FacetCount>> tops = new FacetCounting(searcher, query, facets).top(top);
            for (int i = 0; i < facets.size(); i++) {
                counted.put(facets.get(i), tops.get(i));
            }
        }
    }

    private static Query ofBrands(Query query, SearchScope scope) {
        return new BooleanQuery.Builder()
                .add(query, Occur.MUST)
                .add(Fields.ownedBy(scope), Occur.FILTER)
                .build();
    }
}
