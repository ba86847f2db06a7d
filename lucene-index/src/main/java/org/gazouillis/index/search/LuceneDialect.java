package org.gazouillis.index.search;

import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.gazouillis.index.Measure;
import org.gazouillis.index.analysis.Token;
import org.gazouillis.index.document.Fields;
import org.gazouillis.index.document.Links;

/// The queries of Lucene.
final class LuceneDialect implements Dialect<Query> {

    @Override
    public Query everything() {
        return MatchAllDocsQuery.INSTANCE;
    }

    @Override
    public Query nothing() {
        return new MatchNoDocsQuery("nothing to look for");
    }

    @Override
    public Query all(List<Query> wanted, List<Query> unwanted) {
        var all = new BooleanQuery.Builder();
        wanted.forEach(query -> all.add(query, Occur.MUST));
        unwanted.forEach(query -> all.add(query, Occur.MUST_NOT));
        if (wanted.isEmpty()) {
            all.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
        }
        return all.build();
    }

    @Override
    public Query either(List<Query> alternatives) {
        var either = new BooleanQuery.Builder();
        alternatives.forEach(query -> either.add(query, Occur.SHOULD));
        return either.build();
    }

    @Override
    public Query word(String term, boolean otherForms) {
        Query exact = new TermQuery(new Term(Fields.TEXT, term));
        return otherForms ? StemQueries.widened(exact, term) : exact;
    }

    @Override
    public Query phrase(List<Token> tokens) {
        var phrase = new PhraseQuery.Builder();
        int first = tokens.getFirst().position();
        tokens.forEach(token -> phrase.add(new Term(Fields.TEXT, token.term()), token.position() - first));
        return phrase.build();
    }

    @Override
    public Query beginning(String letters) {
        return new PrefixQuery(new Term(Fields.TEXT, letters));
    }

    @Override
    public Query host(String host) {
        return new TermQuery(new Term(Fields.HOST, host));
    }

    @Override
    public Query keyword(String field, String value) {
        return new ConstantScoreQuery(new TermQuery(new Term(field, value)));
    }

    @Override
    public Query keywordBeginning(String field, String letters) {
        return new ConstantScoreQuery(new PrefixQuery(new Term(field, letters)));
    }

    @Override
    public Query created(long from, long to) {
        return Fields.created(from, to);
    }

    @Override
    public Query ids(long from, long to) {
        return Fields.ids(from, to);
    }

    @Override
    public Query ownedBy(long workspace, Set<Long> brands) {
        return new ConstantScoreQuery(Fields.ownedBy(workspace, brands));
    }

    @Override
    public Query ofCampaigns(Set<Long> campaigns) {
        return new ConstantScoreQuery(Fields.ofCampaigns(campaigns));
    }

    @Override
    public Query writtenBy(Set<Long> profiles) {
        return new ConstantScoreQuery(Fields.writtenBy(profiles));
    }

    @Override
    public Query link(List<String> words) {
        return new ConstantScoreQuery(Links.containing(words));
    }

    @Override
    public Query near(List<List<List<Token>>> combinations, int between) {
        return Nearness.query(combinations, between);
    }

    @Override
    public Query atLeast(Measure measure, int least) {
        return AtLeast.of(measure, least);
    }
}
