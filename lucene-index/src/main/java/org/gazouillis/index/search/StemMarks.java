package org.gazouillis.index.search;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gazouillis.index.analysis.Span;
import org.gazouillis.index.analysis.Stemming;
import org.gazouillis.index.analysis.Token;

/// The other forms of the words asked for. Which language a text is in is not known here: a form is marked if it is
/// one in any of them.
final class StemMarks {
    private final Map<Stemming, Set<String>> wanted = new EnumMap<>(Stemming.class);

    void want(String term) {
        for (Stemming stemming : Stemming.values()) {
            String stem = stemming.stem(term);
            if (!stem.isEmpty()) {
                wanted.computeIfAbsent(stemming, none -> new HashSet<>()).add(stem);
            }
        }
    }

    List<Span> in(List<Token> tokens) {
        return tokens.stream()
                .filter(token -> isWanted(token.term()))
                .map(token -> new Span(token.start(), token.end()))
                .toList();
    }

    private boolean isWanted(String term) {
        return wanted.entrySet().stream()
                .anyMatch(language ->
                        language.getValue().contains(language.getKey().stem(term)));
    }
}
