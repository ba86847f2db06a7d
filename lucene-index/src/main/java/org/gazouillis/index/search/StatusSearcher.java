package org.gazouillis.index.search;

import java.io.IOException;
import java.time.Duration;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.gazouillis.index.SearchScope;
import org.gazouillis.index.SearchTookTooLong;
import org.gazouillis.index.column.Columns;
import org.gazouillis.index.column.CountedBits;
import org.gazouillis.index.column.Counters;
import org.gazouillis.index.column.Dictionary;
import org.gazouillis.index.column.Numbers;
import org.gazouillis.index.column.SegmentColumns;
import org.gazouillis.index.column.TimeTable;
import org.gazouillis.index.document.Fields;
import org.jspecify.annotations.Nullable;

/// Searches one reader for one request: only documents of its scope and its time are ever handed to a collector,
/// whatever the query is, and only as long as its time limit allows.
///
/// What everyone may see is a set of bits that Lucene tests beside the deletions, so it is no clause of the query and
/// cannot be lost in one. A scope narrowed to one brand is the required clause of that brand instead, from which the
/// search then starts. Not for the executor of a searcher: one request, one thread.
final class StatusSearcher extends IndexSearcher {

    /// Documents looked at between two looks at the clock, at first and at most.
    private static final int SHORTEST_RUN = 4_096;

    private static final int LONGEST_RUN = 1 << 19;

    private final Columns columns;
    private final SearchScope scope;
    private final Asked asked;
    private final Query query;
    private final Duration timeLimit;
    private final SearchBudget budget;

    StatusSearcher(IndexReader reader, Columns columns, SearchScope scope, Query wanted, Duration timeLimit) {
        super(reader);
        setQueryCache(null);
        this.columns = columns;
        this.scope = scope;
        this.asked = Asked.of(wanted);
        this.query = ofOneBrand(asked.query());
        this.timeLimit = timeLimit;
        this.budget = new SearchBudget(timeLimit);
    }

    private Query ofOneBrand(Query wanted) {
        if (scope.onlyBrand() == null) {
            return wanted;
        }
        Query brand = Fields.ownedBy(scope);
        return wanted instanceof MatchAllDocsQuery
                ? brand
                : new BooleanQuery.Builder()
                        .add(wanted, Occur.MUST)
                        .add(brand, Occur.FILTER)
                        .build();
    }

    /// What is asked, without its limits in time.
    Query query() {
        return query;
    }

    Counters counters() {
        return columns.counters();
    }

    SegmentColumns columns(LeafReaderContext leaf) {
        return columns.of(leaf.reader());
    }

    Dictionary dictionary(String field) {
        return columns.dictionary(field);
    }

    int[] slots(LeafReaderContext leaf) throws IOException {
        return columns(leaf).slots(leaf.reader());
    }

    /// The documents of the asked time.
    Window window(LeafReaderContext leaf) throws IOException {
        LeafReader reader = leaf.reader();
        TimeTable times = columns(leaf).times(reader);
        return new Window(
                asked.to() == Long.MAX_VALUE ? 0 : times.documentsSince(reader, asked.to()),
                asked.from() == Long.MIN_VALUE ? reader.maxDoc() : times.documentsSince(reader, asked.from()));
    }

    /// The first document of a segment that is older than a match, or as old with a lower id.
    int firstAfter(LeafReaderContext leaf, Found match) throws IOException {
        LeafReader reader = leaf.reader();
        TimeTable times = columns(leaf).times(reader);
        int doc = match.created() == Long.MAX_VALUE ? 0 : times.documentsSince(reader, match.created() + 1);
        int end = times.documentsSince(reader, match.created());
        var ids = Numbers.of(reader, Fields.ID);
        while (doc < end && Numbers.at(ids, doc) >= match.id()) {
            doc++;
        }
        return doc;
    }

    /// Those that exist and that the scope may see; null when all.
    @Nullable
    Bits accepted(LeafReaderContext leaf) throws IOException {
        LeafReader reader = leaf.reader();
        CountedBits seen = scope.onlyBrand() == null ? columns(leaf).seenBy(reader, scope) : null;
        Bits live = reader.getLiveDocs();
        if (seen == null) {
            return live;
        }
        Bits bits = seen.bits().asReadOnlyBits();
        return live == null ? bits : new Both(bits, live);
    }

    /// Lets a collector see every match, segment by segment.
    void every(PerSegment collecting) throws IOException {
        every(query, collecting);
    }

    /// @param narrower a query that requires [#query()]
    void every(Query narrower, PerSegment collecting) throws IOException {
        Weight weight = weight(narrower, ScoreMode.COMPLETE_NO_SCORES);
        TermUnion union = TermUnion.of(this, weight.getQuery());
        for (LeafReaderContext leaf : leafContexts) {
            Window window = window(leaf);
            if (!window.isEmpty()) {
                LeafCollector collector = collecting.collector(leaf);
                if (narrower instanceof MatchAllDocsQuery) {
                    AcceptedDocs.feed(columns(leaf).accepted(leaf.reader(), scope), window, collector);
                } else if (union == null || !union.feed(leaf, window, collector)) {
                    collect(leaf, window, weight, collector);
                }
                collector.finish();
            }
            inTime();
        }
    }

    Weight weight(Query wanted, ScoreMode mode) throws IOException {
        return createWeight(rewrite(wanted), mode, 1);
    }

    /// @throws SearchTookTooLong at the time limit
    void inTime() {
        if (budget.shouldExit()) {
            throw new SearchTookTooLong(timeLimit);
        }
    }

    @Override
    protected void searchLeaf(LeafReaderContext leaf, int from, int to, Weight weight, Collector collector)
            throws IOException {
        Window window = window(leaf);
        if (!window.isEmpty()) {
            try {
                LeafCollector collecting = collector.getLeafCollector(leaf);
                collect(leaf, window, weight, collecting);
                collecting.finish();
            } catch (CollectionTerminatedException _) {
                // This segment has nothing better; the next may.
            }
        }
    }

    /// Lets a collector see the matches of one segment.
    void collect(LeafReaderContext leaf, Window window, Weight weight, LeafCollector collector) throws IOException {
        ScorerSupplier scorers = weight.scorerSupplier(leaf);
        if (scorers == null) {
            return;
        }
        scorers.setTopLevelScoringClause();
        BulkScorer scorer = scorers.bulkScorer();
        Bits accepted = accepted(leaf);
        int run = SHORTEST_RUN;
        int doc = window.from();
        while (doc < window.to()) {
            doc = scorer.score(collector, accepted, doc, (int) Math.min((long) doc + run, window.to()));
            run = Math.min(2 * run, LONGEST_RUN);
            inTime();
        }
    }

    /// Makes a collector for one segment.
    @FunctionalInterface
    interface PerSegment {
        LeafCollector collector(LeafReaderContext leaf) throws IOException;
    }

    private record Both(Bits seen, Bits live) implements Bits {

        @Override
        public boolean get(int doc) {
            return seen.get(doc) && live.get(doc);
        }

        @Override
        public int length() {
            return seen.length();
        }

        @Override
        public void applyMask(FixedBitSet docs, int offset) {
            seen.applyMask(docs, offset);
            live.applyMask(docs, offset);
        }
    }
}
