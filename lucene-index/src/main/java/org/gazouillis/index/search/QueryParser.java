package org.gazouillis.index.search;

import java.util.ArrayList;
import java.util.List;
import org.gazouillis.index.QuerySyntaxException;
import org.gazouillis.index.QuerySyntaxException.Fault;
import org.gazouillis.index.search.QueryNode.And;
import org.gazouillis.index.search.QueryNode.Everything;
import org.gazouillis.index.search.QueryNode.Not;
import org.gazouillis.index.search.QueryNode.Or;

/// Reads a query.
/// ```
/// query  = [ any ]
/// any    = all { "OR" all }
/// all    = one { ["AND"] one }
/// one    = ["-"] ( "(" any ")" | phrase | word )
/// ```
final class QueryParser {

    /// Longer queries are refused.
    static final int LONGEST = 2_000;

    private static final int DEEPEST = 32;
    private static final int MOST_WORDS = 256;

    private final List<Lexeme> lexemes;
    private int at;
    private int depth;
    private int words;

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
            throw fault(Fault.UNBALANCED_PARENTHESIS, here(), "open this parenthesis, or leave it out.");
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
            case WORD, PHRASE, NOT, AND, OPEN -> true;
        };
    }

    private QueryNode one() {
        Lexeme lexeme = lexemes.get(at);
        switch (lexeme.kind()) {
            case OR, AND ->
                throw fault(Fault.DANGLING_OR, lexeme, "put a word on both sides, or write it in quotation marks.");
            case END -> throw fault(Fault.DANGLING_OR, lexemes.get(at - 1), "put something to look for after it.");
            case CLOSE ->
                throw at > 0 && lexemes.get(at - 1).kind() == Lexeme.Kind.OPEN
                        ? fault(Fault.EMPTY_PARENTHESES, lexeme, "put a word between the parentheses.")
                        : depth == 0
                                ? fault(Fault.UNBALANCED_PARENTHESIS, lexeme, "open this parenthesis, or leave it out.")
                                : fault(Fault.DANGLING_OR, lexemes.get(at - 1), "put something to look for after it.");
            default -> at++;
        }
        return switch (lexeme.kind()) {
            case NOT -> new Not(one());
            case OPEN -> group(lexeme);
            default -> leaf(lexeme);
        };
    }

    private QueryNode leaf(Lexeme lexeme) {
        if (++words > MOST_WORDS) {
            throw fault(Fault.TOO_MANY_WORDS, lexeme, "ask for at most 256 words.");
        }
        return Leaves.of(lexeme);
    }

    private QueryNode group(Lexeme open) {
        if (++depth > DEEPEST) {
            throw fault(Fault.TOO_DEEP, open, "nest parentheses at most 32 deep.");
        }
        if (here().kind() == Lexeme.Kind.END) {
            throw fault(Fault.UNBALANCED_PARENTHESIS, open, "close this parenthesis, or leave it out.");
        }
        QueryNode any = any();
        if (here().kind() != Lexeme.Kind.CLOSE) {
            throw fault(Fault.UNBALANCED_PARENTHESIS, open, "close this parenthesis, or leave it out.");
        }
        at++;
        depth--;
        return any;
    }

    private Lexeme here() {
        return lexemes.get(at);
    }

    private static QuerySyntaxException fault(Fault fault, Lexeme lexeme, String mend) {
        return new QuerySyntaxException(fault, lexeme.position(), lexeme.text(), mend);
    }
}
