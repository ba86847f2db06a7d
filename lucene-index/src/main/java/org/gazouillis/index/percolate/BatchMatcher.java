package org.gazouillis.index.percolate;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.monitor.CandidateMatcher;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.StringHelper;

/// Holds queries against a handful of statuses, as sets of bits: a term is looked up once for the whole batch, however
/// many queries ask for it, and queries of terms are worked out by whole words of bits.
///
/// Lucene prepares a search for each query, which costs a hundred times as much as the few statuses of a batch do. Left
/// to it is what needs positions or columns, and a phrase only when all its words are there.
final class BatchMatcher extends CandidateMatcher<QueryMatch> {
    private final LeafReaderContext leaf;
    private final LeafReader statuses;
    private final Map<Term, FixedBitSet> known = new HashMap<>();

    BatchMatcher(IndexSearcher searcher) {
        super(searcher);
        leaf = searcher.getIndexReader().leaves().getFirst();
        statuses = leaf.reader();
    }

    @Override
    public void matchQuery(String id, Query query, Map<String, String> metadata) throws IOException {
        FixedBitSet matching = matching(query);
        int last = matching.length() - 1;
        for (int doc = matching.nextSetBit(0);
                doc != DocIdSetIterator.NO_MORE_DOCS;
                doc = doc == last ? DocIdSetIterator.NO_MORE_DOCS : matching.nextSetBit(doc + 1)) {
            addMatch(new QueryMatch(id), doc);
        }
    }

    @Override
    public QueryMatch resolve(QueryMatch one, QueryMatch other) {
        return one;
    }

    /// Not to be written to.
    private FixedBitSet matching(Query query) throws IOException {
        return switch (query) {
            case TermQuery word -> having(word.getTerm());
            case PrefixQuery beginning -> havingBeginning(beginning.getPrefix());
            case ConstantScoreQuery constant -> matching(constant.getQuery());
            case BoostQuery boosted -> matching(boosted.getQuery());
            case MatchAllDocsQuery _ -> all();
            case PhraseQuery phrase -> havingAll(phrase.getTerms()) ? searched(phrase) : none();
            case BooleanQuery parts when parts.getMinimumNumberShouldMatch() == 0 -> combined(parts);
            default -> searched(query);
        };
    }

    private FixedBitSet combined(BooleanQuery parts) throws IOException {
        FixedBitSet combined =
                parts.clauses().stream().anyMatch(BooleanClause::isRequired) ? required(parts) : any(parts);
        for (Query unwanted : parts.getClauses(Occur.MUST_NOT)) {
            if (combined.scanIsEmpty()) {
                break;
            }
            combined.andNot(matching(unwanted));
        }
        return combined;
    }

    /// What is optional beside something required chooses nothing.
    private FixedBitSet required(BooleanQuery parts) throws IOException {
        FixedBitSet all = all();
        for (BooleanClause clause : parts.clauses()) {
            if (clause.isRequired() && !all.scanIsEmpty()) {
                all.and(matching(clause.query()));
            }
        }
        return all;
    }

    private FixedBitSet any(BooleanQuery parts) throws IOException {
        FixedBitSet any = none();
        for (Query wanted : parts.getClauses(Occur.SHOULD)) {
            any.or(matching(wanted));
        }
        return any;
    }

    private boolean havingAll(Term... terms) throws IOException {
        FixedBitSet all = all();
        for (Term term : List.of(terms)) {
            all.and(having(term));
        }
        return !all.scanIsEmpty();
    }

    private FixedBitSet having(Term term) throws IOException {
        FixedBitSet before = known.get(term);
        if (before != null) {
            return before;
        }
        FixedBitSet having = none();
        PostingsEnum docs = statuses.postings(term, PostingsEnum.NONE);
        if (docs != null) {
            having.or(docs);
        }
        known.put(term, having);
        return having;
    }

    /// No chooser knows the beginnings of words, so these queries are tried against every batch.
    private FixedBitSet havingBeginning(Term letters) throws IOException {
        FixedBitSet having = none();
        Terms terms = statuses.terms(letters.field());
        if (terms != null) {
            TermsEnum words = terms.iterator();
            boolean more = words.seekCeil(letters.bytes()) != TermsEnum.SeekStatus.END;
            while (more && StringHelper.startsWith(words.term(), letters.bytes())) {
                having.or(words.postings(null, PostingsEnum.NONE));
                more = words.next() != null;
            }
        }
        return having;
    }

    private FixedBitSet searched(Query query) throws IOException {
        FixedBitSet found = none();
        Scorer scorer = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1)
                .scorer(leaf);
        if (scorer != null) {
            found.or(scorer.iterator());
        }
        return found;
    }

    private FixedBitSet all() {
        FixedBitSet all = none();
        all.set(0, statuses.maxDoc());
        return all;
    }

    private FixedBitSet none() {
        return new FixedBitSet(statuses.maxDoc());
    }
}
