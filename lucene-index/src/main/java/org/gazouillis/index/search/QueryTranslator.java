package org.gazouillis.index.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.gazouillis.index.QuerySyntaxException;
import org.gazouillis.index.QuerySyntaxException.Fault;
import org.gazouillis.index.SearchScope;
import org.gazouillis.index.Standpoint;
import org.gazouillis.index.analysis.Keywords;
import org.gazouillis.index.analysis.PostText;
import org.gazouillis.index.analysis.Token;
import org.gazouillis.index.document.Fields;
import org.gazouillis.index.document.Links;

/// Turns a query's tree into a Lucene query.
///
/// A word of which nothing can be searched (`!!!`) is left out; if nothing at all is left, nothing is found, rather
/// than everything.
final class QueryTranslator {

    private static final int MOST_TERMS = 256;

    private final PostText analyzer;
    private final SearchScope scope;
    private final Standpoint standpoint;
    private int terms;

    QueryTranslator(PostText analyzer, SearchScope scope, Standpoint standpoint) {
        this.analyzer = analyzer;
        this.scope = scope;
        this.standpoint = standpoint;
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
            case QueryNode.Near near -> near(near);
            case QueryNode.NearWords near -> nearWords(near);
            case QueryNode.Link link -> Optional.of(link(link));
            case QueryNode.Owned owned -> Optional.of(owned(owned));
            case QueryNode.Created created -> Optional.of(created(created));
            case QueryNode.AtLeast many ->
                Optional.of(AtLeast.of(many.measure(), Math.clamp(many.least(), 0, Integer.MAX_VALUE)));
            case QueryNode.Ids ids -> Optional.of(Fields.ids(ids.from(), ids.to()));
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
        List<Token> tokens = counted(words);
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
                    case ADDRESSEE -> Fields.ADDRESSEE;
                    case LANGUAGE -> Fields.LANGUAGE;
                    case SOURCE -> Fields.SOURCE;
                    case TRAIT -> Fields.TRAIT;
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

    private Query created(QueryNode.Created created) {
        Period.Stretch stretch = created.period().at(standpoint.zone(), standpoint.now());
        return switch (created.bound()) {
            case SINCE -> Fields.created(stretch.from(), Long.MAX_VALUE);
            case UNTIL -> Fields.created(Long.MIN_VALUE, stretch.to());
            case BEFORE -> Fields.created(Long.MIN_VALUE, stretch.from());
            case AFTER -> Fields.created(stretch.to(), Long.MAX_VALUE);
            case DURING -> Fields.created(stretch.from(), stretch.to());
        };
    }

    private Query owned(QueryNode.Owned owned) {
        Set<Long> ids = KnownNames.ids(owned, standpoint);
        return new ConstantScoreQuery(owned.brand() ? Fields.ownedBy(scope.workspace(), ids) : Fields.ofCampaigns(ids));
    }

    private Query link(QueryNode.Link link) {
        count(link.words().size(), link.lexeme().text(), link.lexeme().position());
        return new ConstantScoreQuery(Links.containing(link.words()));
    }

    /// Counts the words of all combinations, since Lucene is asked for each of them.
    private Optional<Query> near(QueryNode.Near near) {
        var wanted = new ArrayList<List<List<Token>>>();
        int combinations = 1;
        int longest = 0;
        for (List<QueryNode.Words> operand : near.operands()) {
            List<List<Token>> alternatives = operand.stream()
                    .map(words -> analyzer.tokens(words.text()))
                    .filter(tokens -> !tokens.isEmpty())
                    .toList();
            if (!alternatives.isEmpty()) {
                wanted.add(alternatives);
                combinations *= alternatives.size();
                longest += alternatives.stream().mapToInt(List::size).max().orElseThrow();
            }
        }
        QueryNode.Words first = near.operands().getFirst().getFirst();
        count(combinations * longest, first.text(), first.position());
        return Nearness.query(wanted, near.between());
    }

    private Optional<Query> nearWords(QueryNode.NearWords near) {
        return Nearness.query(
                counted(near.words()).stream()
                        .map(token -> List.of(List.of(token)))
                        .toList(),
                near.between());
    }

    private List<Token> counted(QueryNode.Words words) {
        List<Token> tokens = analyzer.tokens(words.text());
        count(tokens.size(), words.text(), words.position());
        return tokens;
    }
}
