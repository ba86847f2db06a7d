package org.gazouillis.index.opensearch;

import java.util.ArrayList;
import java.util.List;
import org.gazouillis.index.analysis.Token;

/// Terms as they are sent: parted by a sign that stands in none, with another sign for each place left out (where a
/// link stood). The analyzer of the index parts them again and drops the second sign, but keeps its place.
final class Terms {

    private static final String BETWEEN = "\u001f";
    private static final String HOLE = "\u001e";

    /// Between two values of a field, as [org.gazouillis.index.analysis.PostText] leaves between a text and the words
    /// of a hashtag; see `position_increment_gap`.
    private static final int GAP = 100;

    private Terms() {}

    /// As values of a field: a new one begins where the gap is.
    static List<String> values(List<Token> tokens) {
        List<String> values = new ArrayList<>();
        int begun = 0;
        for (int next = 1; next < tokens.size(); next++) {
            if (tokens.get(next).position() - tokens.get(next - 1).position() > GAP) {
                values.add(joined(tokens.subList(begun, next)));
                begun = next;
            }
        }
        if (!tokens.isEmpty()) {
            values.add(joined(tokens.subList(begun, tokens.size())));
        }
        return values;
    }

    /// @param tokens at least one
    static String joined(List<Token> tokens) {
        var joined = new StringBuilder(tokens.getFirst().term());
        for (int next = 1; next < tokens.size(); next++) {
            int holes = tokens.get(next).position() - tokens.get(next - 1).position() - 1;
            joined.append(BETWEEN)
                    .repeat(HOLE + BETWEEN, holes)
                    .append(tokens.get(next).term());
        }
        return joined.toString();
    }
}
