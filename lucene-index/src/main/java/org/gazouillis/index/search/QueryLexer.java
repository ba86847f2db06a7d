package org.gazouillis.index.search;

import java.util.ArrayList;
import java.util.List;
import org.gazouillis.index.QuerySyntaxException;
import org.gazouillis.index.QuerySyntaxException.Fault;

/// Cuts a query into tokens.
///
/// Quotes may be straight or typographic, since telephones set the latter by themselves. A `-` takes away only at the
/// beginning of a
/// word, so that `porte-monnaie` stays one.
final class QueryLexer {

    private static final String QUOTES = "\"“”„";

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
            } else if (QUOTES.indexOf(c) >= 0) {
                phrase();
            } else if (c == '-' && takesAway()) {
                single(Lexeme.Kind.NOT);
            } else {
                word();
            }
        }
        lexemes.add(new Lexeme(Lexeme.Kind.END, "", at));
        return lexemes;
    }

    private void single(Lexeme.Kind kind) {
        lexemes.add(new Lexeme(kind, query.substring(at, at + 1), at));
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
        int start = at++;
        while (at < query.length() && QUOTES.indexOf(query.charAt(at)) < 0) {
            at++;
        }
        if (at == query.length()) {
            throw new QuerySyntaxException(
                    Fault.UNBALANCED_QUOTE,
                    start,
                    query.substring(start),
                    "close the quotation mark, or leave it out.");
        }
        lexemes.add(new Lexeme(Lexeme.Kind.PHRASE, query.substring(start + 1, at), start));
        at++;
        if (at < query.length() && query.charAt(at) == '~') {
            throw new QuerySyntaxException(
                    Fault.NO_DISTANCE,
                    at,
                    query.substring(at),
                    "leave out ~: a phrase is found only as it is written.");
        }
    }

    private void word() {
        int start = at;
        while (at < query.length() && !endsWord(query.charAt(at))) {
            at++;
        }
        String word = query.substring(start, at);
        lexemes.add(new Lexeme(kindOf(word), word, start));
    }

    private Lexeme.Kind kindOf(String word) {
        boolean takenAway = !lexemes.isEmpty() && lexemes.getLast().kind() == Lexeme.Kind.NOT;
        return switch (word) {
            case "OR" -> takenAway ? Lexeme.Kind.WORD : Lexeme.Kind.OR;
            case "AND" -> takenAway ? Lexeme.Kind.WORD : Lexeme.Kind.AND;
            default -> Lexeme.Kind.WORD;
        };
    }

    private static boolean endsWord(char c) {
        return isSpace(c) || c == '(' || c == ')' || QUOTES.indexOf(c) >= 0;
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }
}
