package org.gazouillis.compose;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Finds the words of a list in texts: whole words, whatever their case, `promo*` with any ending. Straight and curly
/// apostrophes are the same, and so is any white space inside a phrase.
final class WordList {
    private static final String PART_OF_WORD = "[\\p{L}\\p{M}\\p{Nd}_]";

    private final Pattern pattern;
    private final boolean empty;

    WordList(Collection<String> words) {
        empty = words.isEmpty();
        String any = words.stream().map(WordList::expression).collect(Collectors.joining("|"));
        pattern = Pattern.compile(
                "(?<!" + PART_OF_WORD + ")(?:" + any + ")(?!" + PART_OF_WORD + ")",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /// Every place in the text, in order.
    List<Found> in(String text) {
        if (empty) {
            return List.of();
        }
        List<Found> found = new ArrayList<>();
        pattern.matcher(text).results().map(Found::of).forEach(found::add);
        return found;
    }

    boolean isIn(String text) {
        return !empty && pattern.matcher(text).find();
    }

    private static String expression(String word) {
        boolean open = word.endsWith("*");
        String stem = (open ? word.substring(0, word.length() - 1) : word).replaceAll("\\s+", " ");
        StringBuilder expression = new StringBuilder();
        stem.codePoints().forEach(sign -> expression.append(expression(sign)));
        return open ? expression + PART_OF_WORD + "*" : expression.toString();
    }

    private static String expression(int sign) {
        if (sign == '\'' || sign == '’') {
            return "['’]";
        }
        return Character.isWhitespace(sign) ? "[\\s\\p{Z}]+" : Pattern.quote(Character.toString(sign));
    }

    /// A word as it stands in the text.
    record Found(String word, int start, int end) {
        private static Found of(MatchResult match) {
            return new Found(match.group(), match.start(), match.end());
        }
    }
}
