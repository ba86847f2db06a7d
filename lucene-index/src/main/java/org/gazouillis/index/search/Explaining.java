package org.gazouillis.index.search;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.gazouillis.index.Counts;
import org.gazouillis.index.Merit;
import org.gazouillis.index.SearchTookTooLong;
import org.gazouillis.index.Selection;
import org.gazouillis.index.Sort;
import org.gazouillis.index.Why;
import org.gazouillis.index.Why.Standing;
import org.gazouillis.index.analysis.Stemming;
import org.gazouillis.index.document.Fields;

/// Says of one status why a search finds it, and why it stands where it does.
public final class Explaining {

    private final Asking asking;

    public Explaining(Asking asking) {
        this.asking = asking;
    }

    /// @param text of the status; the index keeps none
    /// @return empty when the search does not find it
    public Optional<Why> why(IndexReader reader, Selection selection, Sort sort, long id, String text)
            throws IOException {
        StatusSearcher searcher = asking.searcher(reader, selection);
        Optional<OneDocument> known = OneDocument.of(reader, id);
        if (known.isEmpty() || !known.get().isFoundBy(searcher)) {
            return Optional.empty();
        }
        OneDocument document = known.get();
        Places places = new Places(asking.analyzer(), text, stemming(searcher, document));
        var reasons = new Reasons(asking.analyzer(), selection, searcher, document, places);
        return Optional.of(new Why(reasons.all(), standing(reader, selection, sort, searcher, document)));
    }

    private static Optional<Stemming> stemming(StatusSearcher searcher, OneDocument document) throws IOException {
        for (Stemming stemming : Stemming.values()) {
            if (document.answers(searcher, new TermQuery(new Term(Fields.LANGUAGE, stemming.language())))) {
                return Optional.of(stemming);
            }
        }
        return Optional.empty();
    }

    private Standing standing(
            IndexReader reader, Selection selection, Sort sort, StatusSearcher searcher, OneDocument document)
            throws IOException {
        Found found = document.found();
        Counts counts = searcher.counters().of(found.id());
        return new Standing(
                before(reader, selection, sort, searcher, found),
                counts,
                sort == Sort.RELEVANCE ? Optional.of(merit(searcher, document, found, counts)) : Optional.empty());
    }

    private static Merit merit(StatusSearcher searcher, OneDocument document, Found found, Counts counts)
            throws IOException {
        List<Found> newest = new Newest(searcher, false, 1, 0, Found.NOTHING_YET).find();
        long age = newest.isEmpty() ? 0 : newest.getFirst().created() - found.created();
        return Merit.of(document.score(searcher, searcher.query()), counts.engagement(), age);
    }

    /// With searchers of its own: what costs too much is left open, and the reasons stand all the same.
    private OptionalLong before(
            IndexReader reader, Selection selection, Sort sort, StatusSearcher searcher, Found found)
            throws IOException {
        try {
            return sort == Sort.NEWEST
                    ? OptionalLong.of(newer(reader, selection, searcher, found))
                    : place(Paging.ranking(asking.searcher(reader, selection), sort, Found.NOTHING_YET), found);
        } catch (SearchTookTooLong _) {
            return OptionalLong.empty();
        }
    }

    /// Those of later, and those of the same moment with a higher id.
    private long newer(IndexReader reader, Selection selection, StatusSearcher searcher, Found found)
            throws IOException {
        Instant after = Instant.ofEpochMilli(found.created() + 1);
        long later = Totals.of(asking.searcher(
                reader, new Selection(selection.query(), selection.scope(), selection.standpoint(), after, null)));
        Query together = new BooleanQuery.Builder()
                .add(searcher.query(), Occur.MUST)
                .add(Fields.created(found.created(), found.created() + 1), Occur.FILTER)
                .add(Fields.ids(found.id() + 1, Long.MAX_VALUE), Occur.FILTER)
                .build();
        return later
                + Totals.of(
                        new StatusSearcher(reader, asking.columns(), selection.scope(), together, asking.timeLimit()));
    }

    private static OptionalLong place(Ranking ranking, Found found) {
        List<Found> order = ranking.found();
        for (int at = 0; at < order.size(); at++) {
            if (order.get(at).id() == found.id()) {
                return OptionalLong.of(at);
            }
        }
        return OptionalLong.empty();
    }
}
