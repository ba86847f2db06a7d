package org.gazouillis.index.search;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.gazouillis.index.QuerySyntaxException;
import org.gazouillis.index.QuerySyntaxException.Fault;
import org.gazouillis.index.analysis.Keywords;
import org.gazouillis.index.analysis.PostText;
import org.gazouillis.index.analysis.Token;
import org.gazouillis.index.document.Fields;

/// Turns a query's tree into a Lucene query.
///
/// A word of which nothing can be searched (`!!!`) is left out; if nothing at all is left, nothing is found, rather
/// than everything.
final class QueryTranslator {

    private static final int MOST_TERMS = 256;

    private final PostText analyzer;
    private final ZoneId zone;
    private int terms;

    QueryTranslator(PostText analyzer, ZoneId zone) {
        this.analyzer = analyzer;
        this.zone = zone;
    }

    Query translate(QueryNode node) {
        return any(node).orElseGet(() -> new MatchNoDocsQuery("nothing to look for"));
    }

    private Optional<Query> any(QueryNode node) {
        return switch (node) {
            case QueryNode.Everything _ -> Optional.of(MatchAllDocsQuery.INSTANCE);
            case QueryNode.And and -> all(and.parts());
            case QueryNode.Or or -> either(or.parts());
            case QueryNode.Not not -> all(List.of(not));
            case QueryNode.Words words -> words(words);
            case QueryNode.Prefix prefix -> prefix(prefix);
            case QueryNode.Keyword keyword -> Optional.of(keyword(keyword));
            case QueryNode.Since since -> Optional.of(Fields.created(startOf(since.day()), Long.MAX_VALUE));
            case QueryNode.Until until ->
                Optional.of(Fields.created(Long.MIN_VALUE, startOf(until.day().plusDays(1))));
        };
    }

    private Optional<Query> all(List<QueryNode> parts) {
        var all = new BooleanQuery.Builder();
        int wanted = 0;
        int unwanted = 0;
        for (QueryNode part : parts) {
            boolean not = part instanceof QueryNode.Not;
            Optional<Query> query = any(part instanceof QueryNode.Not(QueryNode inner) ? inner : part);
            if (query.isPresent()) {
                all.add(query.get(), not ? Occur.MUST_NOT : Occur.MUST);
                wanted += not ? 0 : 1;
                unwanted += not ? 1 : 0;
            }
        }
        if (wanted == 0 && unwanted > 0) {
            all.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
        }
        return wanted + unwanted == 0 ? Optional.empty() : Optional.of(all.build());
    }

    private Optional<Query> either(List<QueryNode> parts) {
        var either = new BooleanQuery.Builder();
        int wanted = 0;
        for (QueryNode part : parts) {
            Optional<Query> query = any(part);
            if (query.isPresent()) {
                either.add(query.get(), Occur.SHOULD);
                wanted++;
            }
        }
        return wanted == 0 ? Optional.empty() : Optional.of(either.build());
    }

    private Optional<Query> words(QueryNode.Words words) {
        List<Token> tokens = analyzer.tokens(words.text());
        count(tokens.size(), words.text(), words.position());
        if (tokens.isEmpty()) {
            return Keywords.host(words.text()).map(host -> new TermQuery(new Term(Fields.HOST, host)));
        }
        if (tokens.size() == 1) {
            Token token = tokens.getFirst();
            return Optional.of(words.quoted() ? term(token) : StemQueries.widened(term(token), token.term()));
        }
        var phrase = new PhraseQuery.Builder();
        int first = tokens.getFirst().position();
        tokens.forEach(token -> phrase.add(new Term(Fields.TEXT, token.term()), token.position() - first));
        return Optional.of(phrase.build());
    }

    private Optional<Query> prefix(QueryNode.Prefix prefix) {
        var tokens = new ArrayList<>(analyzer.tokens(prefix.text()));
        count(tokens.size(), prefix.text(), prefix.position());
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        Token last = tokens.removeLast();
        var all = new BooleanQuery.Builder();
        tokens.forEach(token -> all.add(term(token), Occur.MUST));
        all.add(new PrefixQuery(new Term(Fields.TEXT, last.term())), Occur.MUST);
        return Optional.of(all.build());
    }

    private static Query keyword(QueryNode.Keyword keyword) {
        var term = new Term(
                switch (keyword.kind()) {
                    case TAG -> Fields.TAG;
                    case MENTION -> Fields.MENTION;
                    case AUTHOR -> Fields.AUTHOR;
                    case LANGUAGE -> Fields.LANGUAGE;
                },
                keyword.value());
        return new ConstantScoreQuery(keyword.prefix() ? new PrefixQuery(term) : new TermQuery(term));
    }

    private void count(int more, String text, int position) {
        terms += more;
        if (terms > MOST_TERMS) {
            throw new QuerySyntaxException(Fault.TOO_MANY_WORDS, position, text, "ask for at most 256 words.");
        }
    }

    private static Query term(Token token) {
        return new TermQuery(new Term(Fields.TEXT, token.term()));
    }

    private long startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant().toEpochMilli();
    }
}
