package org.gazouillis.bench;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.SortedNumericDocValuesField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.sandbox.facet.plain.histograms.HistogramCollectorManager;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexOrDocValuesQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryCachingPolicy;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.LongValues;
import org.gazouillis.index.analysis.Stemming;
import org.jspecify.annotations.Nullable;

/// Asks bare Lucene what ours is asked: the same words, the same circle of readers, hits counted as far. The
/// query is built as objects, so nothing has to be parsed. Lucene may cache the circle, which recurs with every
/// question of a reader, but not the question, which would then be answered once and repeated.
final class PlainSearch {

    private static final Sort LIKES =
            new Sort(new SortField("likes", SortField.Type.LONG, true), new SortField("id", SortField.Type.LONG, true));

    private static final Query OPEN = keyword("open", "1");

    private final IndexSearcher searcher;
    private final Query circle;
    private final @Nullable OrdinalMap tags;

    PlainSearch(IndexReader reader, long workspace, Set<Long> brands) throws IOException {
        Set<BytesRef> owners = brands.stream()
                .map(brand -> new BytesRef(PlainDocuments.owner(workspace, brand)))
                .collect(Collectors.toSet());
        this.circle = new BooleanQuery.Builder()
                .add(OPEN, Occur.SHOULD)
                .add(new TermInSetQuery("owner", owners), Occur.SHOULD)
                .build();
        this.searcher = new IndexSearcher(reader);
        searcher.setQueryCachingPolicy(new CircleOnly());
        this.tags =
                MultiDocValues.getSortedSetValues(reader, "tag") instanceof MultiDocValues.MultiSortedSetDocValues many
                        ? many.mapping
                        : null;
    }

    Query visible(Query... asked) {
        return all(Stream.concat(Stream.of(asked), Stream.of(circle)));
    }

    static Query all(Query... asked) {
        return all(Stream.of(asked));
    }

    private static Query all(Stream<Query> asked) {
        var all = new BooleanQuery.Builder();
        asked.forEach(query -> all.add(query, Occur.FILTER));
        return all.build();
    }

    static Query keyword(String field, String value) {
        return new TermQuery(new Term(field, value));
    }

    /// A word in all the forms that ours finds it in.
    static Query forms(String word) {
        var any = new BooleanQuery.Builder().add(keyword("text", word), Occur.SHOULD);
        for (Stemming stemming : Stemming.values()) {
            String stem = stemming.stem(word);
            if (!stem.isEmpty()) {
                any.add(keyword(stemming.field(), stem), Occur.SHOULD);
            }
        }
        return any.build();
    }

    static Query phrase(String one, String other) {
        return new PhraseQuery("text", one, other);
    }

    /// Where the index is sorted by time, Lucene makes first and last documents of it, as ours does.
    static Query since(Instant from) {
        return LongField.newRangeQuery("created", from.toEpochMilli(), Long.MAX_VALUE);
    }

    /// The same as a clause that each match is held against, by points or column, whichever costs less.
    static Query sinceByClause(Instant from) {
        long millis = from.toEpochMilli();
        return new IndexOrDocValuesQuery(
                LongPoint.newRangeQuery("created", millis, Long.MAX_VALUE),
                SortedNumericDocValuesField.newSlowRangeQuery("created", millis, Long.MAX_VALUE));
    }

    List<Long> newest(Query query) throws IOException {
        return top(query, PlainIndex.NEWEST);
    }

    List<Long> mostLiked(Query query) throws IOException {
        return top(query, LIKES);
    }

    private List<Long> top(Query query, Sort sort) throws IOException {
        TopFieldDocs found = searcher.search(query, new TopFieldCollectorManager(sort, 20, null, 80));
        return Stream.of(found.scoreDocs)
                .map(hit -> (Long) ((FieldDoc) hit).fields[1])
                .toList();
    }

    /// Bars of 24 hours.
    int histogram(Query query) throws IOException {
        return searcher.search(query, new HistogramCollectorManager("created", 86_400_000L))
                .size();
    }

    int count(Query query) throws IOException {
        return searcher.count(query);
    }

    /// The ten most frequent hashtags among the matches, with the global ordinals of all segments at hand.
    List<String> topTags(Query query) throws IOException {
        SortedSetDocValues names = MultiDocValues.getSortedSetValues(searcher.getIndexReader(), "tag");
        int[] counts = new int[(int) names.getValueCount()];
        searcher.search(query, adding(counts));
        var best = new TreeSet<Long>();
        for (int tag = 0; tag < counts.length; tag++) {
            best.add((long) counts[tag] << 32 | tag);
            if (best.size() > 10) {
                best.pollFirst();
            }
        }
        var top = new ArrayList<String>();
        for (long one : best.descendingSet()) {
            top.add(names.lookupOrd((int) one).utf8ToString());
        }
        return top;
    }

    private CollectorManager<Tags, int[]> adding(int[] counts) {
        return new CollectorManager<>() {
            @Override
            public Tags newCollector() {
                return new Tags(counts, tags);
            }

            @Override
            public int[] reduce(Collection<Tags> collectors) {
                return counts;
            }
        };
    }

    /// The circle is the only question in this bench that asks for what is public.
    private record CircleOnly() implements QueryCachingPolicy {
        @Override
        public void onUse(Query query) {
            // The circle is known to recur.
        }

        @Override
        public boolean shouldCache(Query query) {
            return query instanceof BooleanQuery any
                    && any.clauses().stream().allMatch(clause -> clause.occur() == Occur.SHOULD)
                    && any.clauses().stream().anyMatch(clause -> clause.query().equals(OPEN));
        }
    }

    private static final class Tags extends SimpleCollector {
        private final int[] counts;
        private final @Nullable OrdinalMap map;
        private @Nullable SortedSetDocValues values;
        private LongValues global = LongValues.IDENTITY;

        Tags(int[] counts, @Nullable OrdinalMap map) {
            this.counts = counts;
            this.map = map;
        }

        @Override
        protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
            values = leaf.reader().getSortedSetDocValues("tag");
            global = map == null ? LongValues.IDENTITY : map.getGlobalOrds(leaf.ord);
        }

        @Override
        public void collect(int doc) throws IOException {
            SortedSetDocValues tags = values;
            if (tags != null && tags.advanceExact(doc)) {
                for (int i = tags.docValueCount(); i > 0; i--) {
                    counts[(int) global.get(tags.nextOrd())]++;
                }
            }
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
