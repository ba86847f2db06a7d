package org.gazouillis.index.search;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TotalHits;
import org.gazouillis.index.Hit;
import org.gazouillis.index.SearchPage;
import org.gazouillis.index.SearchRequest;
import org.gazouillis.index.SearchTookTooLong;
import org.gazouillis.index.Sort;
import org.gazouillis.index.analysis.PostText;
import org.gazouillis.index.document.Fields;

/// Answers one request from one reader.
public final class Paging {

    /// Beyond it, counting costs more than the page itself.
    private static final int COUNTED = 1_000;

    private final PostText analyzer;
    private final Duration timeLimit;

    public Paging(PostText analyzer, Duration timeLimit) {
        this.analyzer = analyzer;
        this.timeLimit = timeLimit;
    }

    /// @param snapshot by which the next page can find this reader again
    public SearchPage page(IndexReader reader, SearchRequest request, Optional<Cursor> cursor, long snapshot)
            throws IOException {
        long start = System.nanoTime();
        // The time limit is the searcher's, hence one for each request.
        var searcher = new IndexSearcher(reader);
        searcher.setTimeout(new SearchBudget(timeLimit));
        TopFieldDocs found = searcher.search(query(request), collector(request, cursor));
        if (searcher.timedOut()) {
            throw new SearchTookTooLong(timeLimit);
        }
        return page(reader, request, cursor, snapshot, found, start);
    }

    /// The scope stands beside the user's query, both required.
    private Query query(SearchRequest request) {
        Query asked = new QueryTranslator(analyzer, request.scope(), request.standpoint())
                .translate(QueryParser.parse(request.query()));
        var both = new BooleanQuery.Builder().add(Fields.visibleIn(request.scope()), Occur.FILTER);
        return switch (request.sort()) {
            case NEWEST -> both.add(asked, Occur.FILTER).build();
            case RELEVANCE ->
                both.add(asked, Occur.MUST).add(Fields.liked(), Occur.SHOULD).build();
        };
    }

    private static TopFieldCollectorManager collector(SearchRequest request, Optional<Cursor> cursor) {
        var order =
                switch (request.sort()) {
                    case NEWEST -> Fields.NEWEST_FIRST;
                    case RELEVANCE -> Fields.BEST_FIRST;
                };
        int counted = cursor.isPresent() ? 1 : COUNTED;
        FieldDoc after = cursor.map(Cursor::after).orElse(null);
        return new TopFieldCollectorManager(order, request.limit() + 1, after, counted);
    }

    private static SearchPage page(
            IndexReader reader,
            SearchRequest request,
            Optional<Cursor> cursor,
            long snapshot,
            TopFieldDocs found,
            long start)
            throws IOException {
        long total = cursor.map(Cursor::total).orElseGet(found.totalHits::value);
        boolean exact = cursor.map(Cursor::totalIsExact)
                .orElseGet(() -> found.totalHits.relation() == TotalHits.Relation.EQUAL_TO);
        boolean more = found.scoreDocs.length > request.limit();
        ScoreDoc[] docs = more ? Arrays.copyOf(found.scoreDocs, request.limit()) : found.scoreDocs;
        String next = more ? next((FieldDoc) docs[docs.length - 1], request.sort(), total, exact, snapshot) : null;
        List<Hit> hits = hits(reader, docs, request.sort());
        return new SearchPage(hits, total, exact, next, (System.nanoTime() - start) / 1_000);
    }

    private static String next(FieldDoc last, Sort sort, long total, boolean exact, long snapshot) {
        long id = (Long) last.fields[1];
        return switch (sort) {
            case NEWEST -> new Cursor(sort, (Long) last.fields[0], id, total, exact, 0).text();
            case RELEVANCE -> {
                long score = Float.floatToIntBits((Float) last.fields[0]);
                yield new Cursor(sort, score, id, total, exact, snapshot).text();
            }
        };
    }

    private static List<Hit> hits(IndexReader reader, ScoreDoc[] docs, Sort sort) throws IOException {
        var hits = new ArrayList<Hit>(docs.length);
        for (ScoreDoc doc : docs) {
            Object[] keys = ((FieldDoc) doc).fields;
            long id = (Long) keys[1];
            hits.add(
                    switch (sort) {
                        case NEWEST -> new Hit(id, Instant.ofEpochMilli((Long) keys[0]), 0f);
                        case RELEVANCE -> new Hit(id, created(reader, doc.doc), (Float) keys[0]);
                    });
        }
        return hits;
    }

    private static Instant created(IndexReader reader, int doc) throws IOException {
        LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(doc, reader.leaves()));
        var column = leaf.reader().getNumericDocValues(Fields.CREATED);
        if (column == null || !column.advanceExact(doc - leaf.docBase)) {
            throw new IOException("Document " + doc + " has no time of creation");
        }
        return Instant.ofEpochMilli(column.longValue());
    }
}
