package org.gazouillis.index.search;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.gazouillis.index.analysis.PostText;
import org.gazouillis.index.analysis.Stemming;
import org.gazouillis.index.analysis.Token;

/// Widens the search for a word to the other forms of the same word, in the languages that have stems.
final class StemQueries {
    /// By BM25 the best place of a word counts about four times the worst; a stem is rarer than none of its forms.
    /// Four times less and a bit: so the form that was asked for comes first, wherever it stands.
    private static final float LESS = 0.2f;

    private StemQueries() {}

    /// @param exact the query for the word as it was written
    static Query widened(Query exact, String word, PostText analyzer) {
        List<Query> stems = stems(word, analyzer);
        if (stems.isEmpty()) {
            return exact;
        }
        var any = new BooleanQuery.Builder().add(exact, Occur.SHOULD);
        stems.forEach(stem -> any.add(new BoostQuery(stem, LESS), Occur.SHOULD));
        return any.build();
    }

    private static List<Query> stems(String word, PostText analyzer) {
        var queries = new ArrayList<Query>();
        for (Stemming stemming : Stemming.values()) {
            for (Token stem : analyzer.stems(stemming, word)) {
                queries.add(new TermQuery(new Term(stemming.field(), stem.term())));
            }
        }
        return queries;
    }
}
