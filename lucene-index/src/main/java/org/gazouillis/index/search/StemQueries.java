package org.gazouillis.index.search;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.gazouillis.index.analysis.Stemming;

/// Widens the search for a word to the other forms of the same word, in the languages that have stems.
final class StemQueries {
    private StemQueries() {}

    /// @param exact the query for the term itself
    static Query widened(Query exact, String term) {
        var any = new BooleanQuery.Builder().add(exact, Occur.SHOULD);
        for (Stemming stemming : Stemming.values()) {
            String stem = stemming.stem(term);
            if (!stem.isEmpty()) {
                Query other = new TermQuery(new Term(stemming.field(), stem));
                any.add(new BoostQuery(other, Stemming.OTHER_FORM), Occur.SHOULD);
            }
        }
        BooleanQuery forms = any.build();
        return forms.clauses().size() == 1 ? exact : forms;
    }
}
