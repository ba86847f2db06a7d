package org.gazouillis.index.search;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gazouillis.index.QuerySyntaxException.Fault;
import org.gazouillis.index.analysis.Hashtags;
import org.gazouillis.index.analysis.Keywords;
import org.gazouillis.index.search.QueryNode.And;
import org.gazouillis.index.search.QueryNode.Keyword;
import org.gazouillis.index.search.QueryNode.Kind;
import org.gazouillis.index.search.QueryNode.Prefix;
import org.gazouillis.index.search.QueryNode.Words;

/// What a single word of a query means: an operator, a hashtag, a mention, a beginning, or just a word.
final class Leaves {

    /// `name:value`, but not a URL and not a time of day.
    private static final Pattern OPERATOR = Pattern.compile("([\\p{L}_]+):(?!//)(.*)", Pattern.DOTALL);

    private static final int SHORTEST_PREFIX = 2;

    private Leaves() {}

    static QueryNode of(Lexeme lexeme) {
        String text = lexeme.text();
        if (lexeme.kind() == Lexeme.Kind.PHRASE) {
            return new Words(text, lexeme.position(), true);
        }
        if (text.indexOf(':') > 0) {
            Matcher operator = OPERATOR.matcher(text);
            if (operator.matches()) {
                return operator(lexeme, operator.group(1).toLowerCase(Locale.ROOT), operator.group(2));
            }
        }
        return switch (text.charAt(0)) {
            case '#', '＃' -> hashtag(lexeme);
            case '@', '＠' -> mention(lexeme);
            default -> word(lexeme, text);
        };
    }

    /// "Note: …" is a word with a colon behind it; `tenant:2` is meant as an operator and must not pass for a word.
    private static QueryNode operator(Lexeme lexeme, String name, String value) {
        return value.isEmpty() && Operator.named(name).isEmpty()
                ? word(lexeme, lexeme.text())
                : Operators.read(lexeme, name, value);
    }

    private static QueryNode hashtag(Lexeme lexeme) {
        String rest = lexeme.text().substring(1);
        String tag = Hashtags.leading(rest);
        String behind = rest.substring(tag.length());
        if (tag.isEmpty()) {
            return word(lexeme, lexeme.text());
        }
        if (behind.equals("*")) {
            longEnough(lexeme, tag);
            return new Keyword(Kind.TAG, Keywords.fold(tag), true);
        }
        var keyword = new Keyword(Kind.TAG, Keywords.fold(tag), false);
        return behind.isEmpty() ? keyword : new And(List.of(keyword, word(lexeme, behind)));
    }

    private static QueryNode mention(Lexeme lexeme) {
        noWildcard(lexeme, lexeme.text());
        String rest = lexeme.text().substring(1);
        int end = rest.length();
        while (end > 0 && !Character.isLetterOrDigit(rest.charAt(end - 1)) && rest.charAt(end - 1) != '_') {
            end--;
        }
        String handle = Keywords.fold(rest.substring(0, end));
        return handle.isEmpty() ? word(lexeme, lexeme.text()) : new Keyword(Kind.MENTION, handle, false);
    }

    private static QueryNode word(Lexeme lexeme, String text) {
        int star = text.indexOf('*');
        if (star < 0) {
            return new Words(text, lexeme.position());
        }
        String beginning = text.substring(0, star);
        if (star != text.length() - 1) {
            throw lexeme.fault(Fault.BAD_WILDCARD, "put * only at the end of a word, or the word in quotation marks.");
        }
        longEnough(lexeme, beginning);
        return new Prefix(beginning, lexeme.position());
    }

    private static void longEnough(Lexeme lexeme, String beginning) {
        long letters = beginning.codePoints().filter(Character::isLetterOrDigit).count();
        if (letters < SHORTEST_PREFIX) {
            throw lexeme.fault(Fault.BAD_WILDCARD, "put at least two letters before *.");
        }
    }

    private static void noWildcard(Lexeme lexeme, String value) {
        if (value.indexOf('*') >= 0) {
            throw lexeme.fault(Fault.BAD_WILDCARD, "write it in full: * ends only words and hashtags.");
        }
    }
}
