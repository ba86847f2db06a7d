package org.gazouillis.index.search;

import java.util.ArrayList;
import java.util.List;
import org.gazouillis.index.QuerySyntaxException;
import org.gazouillis.index.QuerySyntaxException.Fault;
import org.gazouillis.index.search.QueryNode.And;
import org.gazouillis.index.search.QueryNode.Everything;
import org.gazouillis.index.search.QueryNode.Keyword;
import org.gazouillis.index.search.QueryNode.NearWords;
import org.gazouillis.index.search.QueryNode.Not;
import org.gazouillis.index.search.QueryNode.Or;
import org.gazouillis.index.search.QueryNode.Prefix;
import org.gazouillis.index.search.QueryNode.Words;

/// Reads a query.
/// ```
/// query   = [ any ]
/// any     = all { "OR" all }
/// all     = one { ["AND"] one }
/// one     = ["-" | "NOT"] ( operand { "NEAR/n" operand } )
/// operand = "(" any ")" | phrase ["~n"] | name ":" value | word
/// ```
final class QueryParser {

    /// Longer queries are refused.
    static final int LONGEST = 2_000;

    private static final int DEEPEST = 32;
    private static final int MOST_WORDS = 256;
    private static final int MOST_WILDCARDS = 32;

    private final List<Lexeme> lexemes;
    private int at;
    private int depth;
    private int words;
    private int wildcards;

    private QueryParser(List<Lexeme> lexemes) {
        this.lexemes = lexemes;
    }

    static QueryNode parse(String query) {
        if (query.length() > LONGEST) {
            throw new QuerySyntaxException(
                    Fault.TOO_LONG, LONGEST, query.substring(LONGEST), "shorten the query to 2000 characters.");
        }
        var parser = new QueryParser(new QueryLexer(query).lexemes());
        return parser.here().kind() == Lexeme.Kind.END ? new Everything() : parser.whole();
    }

    private QueryNode whole() {
        QueryNode any = any();
        if (here().kind() == Lexeme.Kind.CLOSE) {
            throw here().fault(Fault.UNBALANCED_PARENTHESIS, "open this parenthesis, or leave it out.");
        }
        return any;
    }

    private QueryNode any() {
        var parts = new ArrayList<QueryNode>();
        parts.add(all());
        while (here().kind() == Lexeme.Kind.OR) {
            at++;
            parts.add(all());
        }
        return parts.size() == 1 ? parts.getFirst() : new Or(List.copyOf(parts));
    }

    private QueryNode all() {
        var parts = new ArrayList<QueryNode>();
        parts.add(one());
        while (continues()) {
            if (here().kind() == Lexeme.Kind.AND) {
                at++;
            }
            parts.add(one());
        }
        return parts.size() == 1 ? parts.getFirst() : new And(List.copyOf(parts));
    }

    private boolean continues() {
        return switch (here().kind()) {
            case END, CLOSE, OR -> false;
            case WORD, PHRASE, OPERATOR, DISTANCE, NEAR, NOT, AND, OPEN -> true;
        };
    }

    private QueryNode one() {
        Lexeme lexeme = beginning();
        at++;
        if (lexeme.kind() == Lexeme.Kind.NOT) {
            deeper(lexeme);
            QueryNode unwanted = one();
            depth--;
            return new Not(unwanted);
        }
        QueryNode operand = operand(lexeme);
        return here().kind() == Lexeme.Kind.NEAR ? near(lexeme, operand) : operand;
    }

    /// The token here, if something can begin with it.
    private Lexeme beginning() {
        Lexeme lexeme = here();
        return switch (lexeme.kind()) {
            case WORD, PHRASE, OPERATOR, DISTANCE, NOT, OPEN -> lexeme;
            case OR, AND, NEAR ->
                throw lexeme.fault(Fault.DANGLING_OR, "put a word on both sides, or write it in quotation marks.");
            case END -> throw dangling();
            case CLOSE ->
                throw at > 0 && lexemes.get(at - 1).kind() == Lexeme.Kind.OPEN
                        ? lexeme.fault(Fault.EMPTY_PARENTHESES, "put a word between the parentheses.")
                        : depth == 0
                                ? lexeme.fault(Fault.UNBALANCED_PARENTHESIS, "open this parenthesis, or leave it out.")
                                : dangling();
        };
    }

    private QuerySyntaxException dangling() {
        return lexemes.get(at - 1).fault(Fault.DANGLING_OR, "put something to look for after it.");
    }

    private QueryNode operand(Lexeme lexeme) {
        return lexeme.kind() == Lexeme.Kind.OPEN ? group(lexeme) : leaf(lexeme);
    }

    private QueryNode leaf(Lexeme lexeme) {
        if (++words > MOST_WORDS) {
            throw lexeme.fault(Fault.TOO_MANY_WORDS, "ask for at most 256 words.");
        }
        QueryNode leaf = Leaves.of(lexeme);
        if (isWildcard(leaf) && ++wildcards > MOST_WILDCARDS) {
            throw lexeme.fault(Fault.TOO_MANY_WILDCARDS, "ask for at most 32 words that end in *.");
        }
        if (here().kind() != Lexeme.Kind.DISTANCE) {
            return leaf;
        }
        int between = Nearness.distance(here());
        at++;
        return new NearWords((Words) leaf, between);
    }

    private static boolean isWildcard(QueryNode leaf) {
        return leaf instanceof Prefix || (leaf instanceof Keyword(var _, var _, boolean prefix) && prefix);
    }

    private QueryNode near(Lexeme place, QueryNode first) {
        var near = new Nearness(here());
        near.add(place, first);
        while (here().kind() == Lexeme.Kind.NEAR) {
            near.requireSame(here());
            at++;
            Lexeme next = beginning();
            if (next.kind() == Lexeme.Kind.NOT) {
                throw Nearness.notInText(next);
            }
            at++;
            near.add(next, operand(next));
        }
        return near.node();
    }

    private void deeper(Lexeme lexeme) {
        if (++depth > DEEPEST) {
            throw lexeme.fault(Fault.TOO_DEEP, "nest parentheses at most 32 deep.");
        }
    }

    private QueryNode group(Lexeme open) {
        deeper(open);
        if (here().kind() == Lexeme.Kind.END) {
            throw open.fault(Fault.UNBALANCED_PARENTHESIS, "close this parenthesis, or leave it out.");
        }
        QueryNode any = any();
        if (here().kind() != Lexeme.Kind.CLOSE) {
            throw open.fault(Fault.UNBALANCED_PARENTHESIS, "close this parenthesis, or leave it out.");
        }
        at++;
        depth--;
        return any;
    }

    private Lexeme here() {
        return lexemes.get(at);
    }
}
