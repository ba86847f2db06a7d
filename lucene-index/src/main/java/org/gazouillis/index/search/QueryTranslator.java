package org.gazouillis.index.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gazouillis.index.Measure;
import org.gazouillis.index.QuerySyntaxException;
import org.gazouillis.index.QuerySyntaxException.Fault;
import org.gazouillis.index.SearchScope;
import org.gazouillis.index.Standpoint;
import org.gazouillis.index.analysis.Keywords;
import org.gazouillis.index.analysis.PostText;
import org.gazouillis.index.analysis.Token;
import org.gazouillis.index.document.Fields;

/// Says a query's tree in the dialect of an engine.
///
/// A word of which nothing can be searched (`!!!`) is left out; if nothing at all is left, nothing is found, rather
/// than everything.
///
/// @param <Q> a query of the engine
public final class QueryTranslator<Q> {

    private static final int MOST_TERMS = 256;

    private final Dialect<Q> dialect;
    private final PostText analyzer;
    private final SearchScope scope;
    private final Standpoint standpoint;
    private int terms;

    public QueryTranslator(Dialect<Q> dialect, PostText analyzer, SearchScope scope, Standpoint standpoint) {
        this.dialect = dialect;
        this.analyzer = analyzer;
        this.scope = scope;
        this.standpoint = standpoint;
    }

    /// @throws QuerySyntaxException when the query is not understood
    public Q translate(String query) {
        return translate(QueryTrees.of(query));
    }

    Q translate(QueryNode node) {
        return any(node).orElseGet(dialect::nothing);
    }

    private Optional<Q> any(QueryNode node) {
        return switch (node) {
            case QueryNode.Everything _ -> Optional.of(dialect.everything());
            case QueryNode.And and -> all(and.parts());
            case QueryNode.Or or -> either(or.parts());
            case QueryNode.Not not -> all(List.of(not));
            case QueryNode.Words words -> words(words);
            case QueryNode.Prefix prefix -> prefix(prefix);
            case QueryNode.Keyword keyword -> Optional.of(keyword(keyword));
            case QueryNode.Near near -> near(near);
            case QueryNode.NearWords near -> nearWords(near);
            case QueryNode.Link link -> Optional.of(link(link));
            case QueryNode.Named named -> Optional.of(named(named));
            case QueryNode.Created created -> Optional.of(created(created));
            case QueryNode.AtLeast many -> Optional.of(atLeast(many));
            case QueryNode.Ids ids -> Optional.of(dialect.ids(ids.from(), ids.to()));
        };
    }

    /// Whoever could ask of others' posts how often they were seen would find it out by halving.
    private Q atLeast(QueryNode.AtLeast many) {
        Q least = dialect.atLeast(many.measure(), Math.clamp(many.least(), 0, Integer.MAX_VALUE));
        return many.measure() == Measure.IMPRESSIONS
                ? dialect.all(List.of(least, dialect.ownedBy(scope.workspace(), scope.brands())), List.of())
                : least;
    }

    private Optional<Q> all(List<QueryNode> parts) {
        List<Q> wanted = new ArrayList<>();
        List<Q> unwanted = new ArrayList<>();
        for (QueryNode part : parts) {
            if (part instanceof QueryNode.Not(QueryNode inner)) {
                any(inner).ifPresent(unwanted::add);
            } else {
                any(part).ifPresent(wanted::add);
            }
        }
        return wanted.isEmpty() && unwanted.isEmpty() ? Optional.empty() : Optional.of(dialect.all(wanted, unwanted));
    }

    private Optional<Q> either(List<QueryNode> parts) {
        List<Q> alternatives =
                parts.stream().map(this::any).flatMap(Optional::stream).toList();
        return alternatives.isEmpty() ? Optional.empty() : Optional.of(dialect.either(alternatives));
    }

    private Optional<Q> words(QueryNode.Words words) {
        List<Token> tokens = counted(words);
        if (tokens.isEmpty()) {
            return Keywords.host(words.text()).map(dialect::host);
        }
        return Optional.of(
                tokens.size() == 1 ? dialect.word(tokens.getFirst().term(), !words.quoted()) : dialect.phrase(tokens));
    }

    private Optional<Q> prefix(QueryNode.Prefix prefix) {
        var tokens = new ArrayList<>(analyzer.tokens(prefix.text()));
        count(tokens.size(), prefix.text(), prefix.position());
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        Token last = tokens.removeLast();
        List<Q> all = new ArrayList<>();
        tokens.forEach(token -> all.add(dialect.word(token.term(), false)));
        all.add(dialect.beginning(last.term()));
        return Optional.of(dialect.all(all, List.of()));
    }

    private Q keyword(QueryNode.Keyword keyword) {
        String field =
                switch (keyword.kind()) {
                    case TAG -> Fields.TAG;
                    case MENTION -> Fields.MENTION;
                    case AUTHOR -> Fields.AUTHOR;
                    case ADDRESSEE -> Fields.ADDRESSEE;
                    case LANGUAGE -> Fields.LANGUAGE;
                    case SOURCE -> Fields.SOURCE;
                    case TRAIT -> Fields.TRAIT;
                };
        return keyword.prefix()
                ? dialect.keywordBeginning(field, keyword.value())
                : dialect.keyword(field, keyword.value());
    }

    private void count(int more, String text, int position) {
        terms += more;
        if (terms > MOST_TERMS) {
            throw new QuerySyntaxException(Fault.TOO_MANY_WORDS, position, text, "ask for at most 256 words.");
        }
    }

    private Q created(QueryNode.Created created) {
        Period.Stretch stretch = created.period().at(standpoint.zone(), standpoint.now());
        return switch (created.bound()) {
            case SINCE -> dialect.created(stretch.from(), Long.MAX_VALUE);
            case UNTIL -> dialect.created(Long.MIN_VALUE, stretch.to());
            case BEFORE -> dialect.created(Long.MIN_VALUE, stretch.from());
            case AFTER -> dialect.created(stretch.to(), Long.MAX_VALUE);
            case DURING -> dialect.created(stretch.from(), stretch.to());
        };
    }

    /// Of a list on which nobody stands nothing is found.
    private Q named(QueryNode.Named named) {
        Set<Long> ids = KnownNames.ids(named, standpoint);
        return switch (named.what()) {
            case BRAND -> dialect.ownedBy(scope.workspace(), ids);
            case CAMPAIGN -> dialect.ofCampaigns(ids);
            case LIST -> ids.isEmpty() ? dialect.nothing() : dialect.writtenBy(ids);
        };
    }

    private Q link(QueryNode.Link link) {
        count(link.words().size(), link.lexeme().text(), link.lexeme().position());
        return dialect.link(link.words());
    }

    /// Counts the words of all combinations, since the engine is asked for each of them.
    private Optional<Q> near(QueryNode.Near near) {
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
        return near(wanted, near.between());
    }

    private Optional<Q> nearWords(QueryNode.NearWords near) {
        List<List<List<Token>>> wanted = counted(near.words()).stream()
                .map(token -> List.of(List.of(token)))
                .toList();
        return near(wanted, near.between());
    }

    private Optional<Q> near(List<List<List<Token>>> wanted, int between) {
        return wanted.isEmpty() ? Optional.empty() : Optional.of(dialect.near(Nearness.combinations(wanted), between));
    }

    private List<Token> counted(QueryNode.Words words) {
        List<Token> tokens = analyzer.tokens(words.text());
        count(tokens.size(), words.text(), words.position());
        return tokens;
    }
}
