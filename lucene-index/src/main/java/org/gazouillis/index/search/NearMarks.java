package org.gazouillis.index.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gazouillis.index.analysis.PostText;
import org.gazouillis.index.analysis.Span;
import org.gazouillis.index.analysis.Token;

/// Marks words that stand near each other, and those only.
///
/// @param operands each has alternatives, each alternative terms side by side
record NearMarks(List<List<List<Token>>> operands, int between) {

    static NearMarks of(QueryNode.Near near, PostText analyzer) {
        return new NearMarks(
                near.operands().stream()
                        .map(operand -> operand.stream()
                                .map(words -> analyzer.tokens(words.text()))
                                .filter(tokens -> !tokens.isEmpty())
                                .toList())
                        .filter(operand -> !operand.isEmpty())
                        .toList(),
                near.between());
    }

    static NearMarks of(QueryNode.NearWords near, PostText analyzer) {
        return new NearMarks(
                analyzer.tokens(near.words().text()).stream()
                        .map(token -> List.of(List.of(token)))
                        .toList(),
                near.between());
    }

    /// From each place on, takes the next occurrence of every operand and looks whether they are near enough.
    void mark(List<Token> tokens, List<Span> marks) {
        for (int from = 0; from < tokens.size() && !operands.isEmpty(); from++) {
            var window = new ArrayList<Occurrence>();
            for (List<List<Token>> operand : operands) {
                next(operand, tokens, from, window).ifPresent(window::add);
            }
            if (window.size() == operands.size() && isNear(window, tokens)) {
                window.forEach(found -> marks.add(found.span(tokens)));
            }
        }
    }

    /// The longest alternative at the first place from `from` on; a word takes a place that no other has taken.
    private static Optional<Occurrence> next(
            List<List<Token>> operand, List<Token> tokens, int from, List<Occurrence> window) {
        for (int at = from; at < tokens.size(); at++) {
            Occurrence best = null;
            for (List<Token> wanted : operand) {
                var found = new Occurrence(at, at + wanted.size() - 1);
                if (found.last < tokens.size()
                        && (best == null || found.last > best.last)
                        && (wanted.size() > 1 || !window.contains(found))
                        && Marker.standsAt(at, wanted, tokens)) {
                    best = found;
                }
            }
            if (best != null) {
                return Optional.of(best);
            }
        }
        return Optional.empty();
    }

    private boolean isNear(List<Occurrence> window, List<Token> tokens) {
        int first = Integer.MAX_VALUE;
        int last = -1;
        int covered = 0;
        for (Occurrence found : Set.copyOf(window)) {
            int begin = tokens.get(found.first).position();
            int end = tokens.get(found.last).position();
            first = Math.min(first, begin);
            last = Math.max(last, end);
            covered += end - begin + 1;
        }
        return last - first + 1 - covered <= between;
    }

    /// Where an operand stands, by the index of its first and last token.
    private record Occurrence(int first, int last) {
        Span span(List<Token> tokens) {
            return new Span(tokens.get(first).start(), tokens.get(last).end());
        }
    }
}
