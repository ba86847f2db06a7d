package org.gazouillis.index.search;

import java.util.List;
import java.util.stream.Collectors;
import org.gazouillis.index.Measure;
import org.gazouillis.index.Why.Kind;
import org.gazouillis.index.analysis.PostText;
import org.gazouillis.index.document.Trait;

/// One part of a query as somebody would write it, and what kind of question it is.
///
/// @param asked in the query language
record Spelled(Kind kind, String asked) {

    /// @param leaf neither [QueryNode.And] nor its like
    static Spelled of(QueryNode leaf, PostText analyzer) {
        return switch (leaf) {
            case QueryNode.Words words -> words(words, analyzer);
            case QueryNode.Prefix prefix -> new Spelled(Kind.BEGINNING, prefix.text() + "*");
            case QueryNode.Near near -> new Spelled(Kind.NEAR, near(near));
            case QueryNode.NearWords near ->
                new Spelled(Kind.NEAR, quoted(near.words().text()) + "~" + near.between());
            case QueryNode.Keyword keyword -> keyword(keyword);
            case QueryNode.Link link -> new Spelled(Kind.LINK, operator(link.lexeme()));
            case QueryNode.Named named -> new Spelled(kind(named.what()), operator(named.lexeme()));
            case QueryNode.Created created ->
                new Spelled(Kind.TIME, created.lexeme().text());
            case QueryNode.AtLeast many ->
                new Spelled(measure(many.measure()), many.lexeme().text());
            case QueryNode.Ids ids -> new Spelled(Kind.IDS, ids(ids));
            case QueryNode.And _, QueryNode.Or _, QueryNode.Not _, QueryNode.Everything _ ->
                throw new IllegalArgumentException(leaf + " is no single part of a query");
        };
    }

    /// A word of which nothing can be looked for in the text is one that names a host.
    private static Spelled words(QueryNode.Words words, PostText analyzer) {
        int terms = analyzer.tokens(words.text()).size();
        Kind kind = terms == 0 ? Kind.LINK : terms == 1 ? Kind.WORD : Kind.PHRASE;
        return new Spelled(kind, words.quoted() ? quoted(words.text()) : words.text());
    }

    private static String near(QueryNode.Near near) {
        return near.operands().stream()
                .map(Spelled::operand)
                .collect(Collectors.joining(" NEAR/" + near.between() + " "));
    }

    private static String operand(List<QueryNode.Words> alternatives) {
        String either = alternatives.stream()
                .map(words -> words.quoted() ? quoted(words.text()) : words.text())
                .collect(Collectors.joining(" OR "));
        return alternatives.size() == 1 ? either : "(" + either + ")";
    }

    private static Spelled keyword(QueryNode.Keyword keyword) {
        String value = keyword.value() + (keyword.prefix() ? "*" : "");
        return switch (keyword.kind()) {
            case TAG -> new Spelled(Kind.TAG, "#" + value);
            case MENTION -> new Spelled(Kind.MENTION, "@" + value);
            case AUTHOR -> new Spelled(Kind.AUTHOR, "from:" + value);
            case ADDRESSEE -> new Spelled(Kind.ADDRESSEE, "to:" + value);
            case LANGUAGE -> new Spelled(Kind.LANGUAGE, "lang:" + value);
            case SOURCE -> new Spelled(Kind.SOURCE, "source:" + value);
            case TRAIT -> new Spelled(Kind.TRAIT, trait(value));
        };
    }

    private static String trait(String word) {
        boolean is = Operators.TO_BE.stream().map(Trait::word).anyMatch(word::equals);
        return (is ? "is:" : "has:") + word;
    }

    private static Kind kind(QueryNode.Naming what) {
        return switch (what) {
            case BRAND -> Kind.BRAND;
            case CAMPAIGN -> Kind.CAMPAIGN;
            case LIST -> Kind.LIST;
        };
    }

    private static Kind measure(Measure measure) {
        return switch (measure) {
            case LIKES -> Kind.LIKES;
            case REPOSTS -> Kind.REPOSTS;
            case REPLIES -> Kind.REPLIES;
            case IMPRESSIONS -> Kind.IMPRESSIONS;
        };
    }

    private static String ids(QueryNode.Ids ids) {
        return ids.to() == Long.MAX_VALUE ? "since_id:" + (ids.from() - 1) : "max_id:" + ids.to();
    }

    /// The text of a lexeme has lost its quotation marks.
    private static String operator(Lexeme lexeme) {
        int colon = lexeme.text().indexOf(':') + 1;
        return lexeme.kind() == Lexeme.Kind.OPERATOR
                ? lexeme.text().substring(0, colon) + quoted(lexeme.text().substring(colon))
                : lexeme.text();
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }
}
