package org.gazouillis.web.listen;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A query cut at the blanks between its top-level parts, so that a page can add one and take one out. Quotation marks
/// and parentheses hold together what stands within. A query of alternatives is one piece, in parentheses: what is
/// added would else belong to one of them only.
record QueryPieces(List<String> pieces) {
    private static final Pattern TIME =
            Pattern.compile("-?(since|until|before|after|during):.+", Pattern.CASE_INSENSITIVE);
    private static final Pattern SAID_BY_A_SIGN = Pattern.compile("-?(\\p{Alpha}[\\p{Alpha}_]*:|[#＃@＠]).+");

    QueryPieces {
        pieces = List.copyOf(pieces);
    }

    static QueryPieces of(String query) {
        List<String> words = words(query);
        return new QueryPieces(words.contains("OR") ? List.of("(" + query.strip() + ")") : words);
    }

    private static List<String> words(String query) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        int depth = 0;
        for (char c : query.toCharArray()) {
            quoted ^= c == '"';
            depth += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
            if (Character.isWhitespace(c) && !quoted && depth <= 0) {
                add(words, word);
            } else {
                word.append(c);
            }
        }
        add(words, word);
        return words;
    }

    private static void add(List<String> words, StringBuilder word) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    /// Those that say what they are by a name or a sign: `from:marie`, `#spring`.
    List<Integer> signed() {
        return IntStream.range(0, pieces.size())
                .filter(at -> SAID_BY_A_SIGN.matcher(pieces.get(at)).matches())
                .boxed()
                .toList();
    }

    String without(int piece) {
        return IntStream.range(0, pieces.size())
                .filter(at -> at != piece)
                .mapToObj(pieces::get)
                .collect(Collectors.joining(" "));
    }

    /// With one more; the same when it is there already.
    String with(String term) {
        return pieces.contains(term) ? toString() : (this + " " + term).strip();
    }

    /// Without limits in time.
    QueryPieces timeless() {
        return new QueryPieces(
                pieces.stream().filter(piece -> !TIME.matcher(piece).matches()).toList());
    }

    /// As a query.
    @Override
    public String toString() {
        return String.join(" ", pieces);
    }
}
