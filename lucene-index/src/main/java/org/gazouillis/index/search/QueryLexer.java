package org.gazouillis.index.search;

import java.util.ArrayList;
import java.util.List;
import org.gazouillis.index.QuerySyntaxException;
import org.gazouillis.index.QuerySyntaxException.Fault;

/// Cuts a query into tokens.
///
/// Quotes may be straight or typographic, since telephones set the latter by themselves. A `-` takes away only at the
/// beginning of a word, so that `porte-monnaie` stays one.
final class QueryLexer {

    private final String query;
    private final List<Lexeme> lexemes = new ArrayList<>();
    private int at;

    QueryLexer(String query) {
        this.query = query;
    }

    List<Lexeme> lexemes() {
        while (at < query.length()) {
            char c = query.charAt(at);
            if (isSpace(c)) {
                at++;
            } else if (c == '(' || c == ')') {
                single(c == '(' ? Lexeme.Kind.OPEN : Lexeme.Kind.CLOSE);
            } else if (isQuote(c)) {
                phrase();
            } else if (c == '-' && takesAway()) {
                single(Lexeme.Kind.NOT);
            } else {
                word();
            }
        }
        lexemes.add(new Lexeme(Lexeme.Kind.END, "", at, 0));
        return lexemes;
    }

    private void single(Lexeme.Kind kind) {
        lexemes.add(new Lexeme(kind, query.substring(at, at + 1), at, 1));
        at++;
    }

    private boolean takesAway() {
        if (at + 1 >= query.length()) {
            return false;
        }
        char next = query.charAt(at + 1);
        return !isSpace(next) && next != ')' && next != '-';
    }

    private void phrase() {
        int start = at;
        String said = quoted(start);
        lexemes.add(new Lexeme(Lexeme.Kind.PHRASE, said, start, at - start));
        if (at < query.length() && query.charAt(at) == '~') {
            int tilde = at;
            lexemes.add(new Lexeme(Lexeme.Kind.DISTANCE, letters(), tilde, at - tilde));
        }
    }

    /// What stands between the quotation mark here and the next.
    private String quoted(int start) {
        int opening = at++;
        while (at < query.length() && !isQuote(query.charAt(at))) {
            at++;
        }
        if (at == query.length()) {
            throw new QuerySyntaxException(
                    Fault.UNBALANCED_QUOTE,
                    start,
                    query.substring(start),
                    "close the quotation mark, or leave it out.");
        }
        return query.substring(opening + 1, at++);
    }

    private void word() {
        int start = at;
        String word = letters();
        if (at < query.length() && isQuote(query.charAt(at)) && Operator.isBeginning(word)) {
            String said = word + quoted(start);
            lexemes.add(new Lexeme(Lexeme.Kind.OPERATOR, said, start, at - start));
        } else {
            lexemes.add(new Lexeme(kindOf(word), word, start, at - start));
        }
    }

    private String letters() {
        int start = at;
        while (at < query.length() && !endsWord(query.charAt(at))) {
            at++;
        }
        return query.substring(start, at);
    }

    private Lexeme.Kind kindOf(String word) {
        // "-OR" takes the word away.
        if (!lexemes.isEmpty() && lexemes.getLast().text().equals("-")) {
            return Lexeme.Kind.WORD;
        }
        return switch (word) {
            case "OR" -> Lexeme.Kind.OR;
            case "AND" -> Lexeme.Kind.AND;
            case "NOT" -> Lexeme.Kind.NOT;
            default -> word.startsWith("NEAR/") ? Lexeme.Kind.NEAR : Lexeme.Kind.WORD;
        };
    }

    private static boolean endsWord(char c) {
        return isSpace(c) || c == '(' || c == ')' || isQuote(c);
    }

    static boolean isQuote(char c) {
        return c == '"' || c == '“' || c == '”' || c == '„';
    }

    private static boolean isSpace(char c) {
        if (c > ' ' && c <= '~') {
            return false;
        }
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }
}
