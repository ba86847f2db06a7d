package org.gazouillis.index.search;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
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
import org.gazouillis.index.analysis.PostText;
import org.gazouillis.index.column.Columns;
import org.gazouillis.index.document.Fields;

/// Counts a selection of one reader, exactly.
public final class Counting {

    /// Whose they are is told only to those whose they are.
    private static final Set<Facet> OWNED = Set.of(Facet.BRAND, Facet.CAMPAIGN);

    private final PostText analyzer;
    private final Columns columns;
    private final Duration timeLimit;

    public Counting(PostText analyzer, Columns columns, Duration timeLimit) {
        this.analyzer = analyzer;
        this.columns = columns;
        this.timeLimit = timeLimit;
    }

    public static void check(String query) {
        QueryParser.parse(query);
    }

    public long total(IndexReader reader, Selection selection) throws IOException {
        return Totals.of(searcher(reader, selection));
    }

    public List<Bar> histogram(IndexReader reader, Selection selection, Step step) throws IOException {
        return new Histogram(
                        searcher(reader, selection),
                        new Edges(selection.standpoint().zone(), step))
                .bars();
    }

    public Map<Facet, List<FacetCount>> facets(
            IndexReader reader, Selection selection, Collection<Facet> wanted, int top) throws IOException {
        Map<Facet, List<FacetCount>> counted = new EnumMap<>(Facet.class);
        readValues(reader, wanted);
        StatusSearcher searcher = searcher(reader, selection);
        List<Facet> everybodys = new ArrayList<>(Set.copyOf(wanted));
        List<Facet> owned = everybodys.stream().filter(OWNED::contains).toList();
        everybodys.removeAll(owned);
        count(searcher, searcher.query(), everybodys, top, counted);
        count(searcher, ofBrands(searcher.query(), selection.scope()), owned, top, counted);
        return counted;
    }

    /// Before the time limit begins: the first to ask for a facet waits for its values, once for each segment.
    private void readValues(IndexReader reader, Collection<Facet> wanted) throws IOException {
        for (LeafReaderContext leaf : reader.leaves()) {
            for (Facet facet : wanted) {
                columns.of(leaf.reader()).values(leaf.reader(), FacetCounting.field(facet));
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

    private StatusSearcher searcher(IndexReader reader, Selection selection) {
        Query asked = new QueryTranslator(analyzer, selection.scope(), selection.standpoint())
                .translate(QueryParser.parse(selection.query()));
        return new StatusSearcher(reader, columns, selection.scope(), within(selection, asked), timeLimit);
    }

    private static Query within(Selection selection, Query asked) {
        Instant since = selection.since();
        Instant before = selection.before();
        if (since == null && before == null) {
            return asked;
        }
        return new BooleanQuery.Builder()
                .add(asked, Occur.MUST)
                .add(
                        Fields.created(
                                since == null ? Long.MIN_VALUE : since.toEpochMilli(),
                                before == null ? Long.MAX_VALUE : before.toEpochMilli()),
                        Occur.FILTER)
                .build();
    }
}
