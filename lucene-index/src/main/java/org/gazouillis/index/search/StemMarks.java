package org.gazouillis.index.search;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.gazouillis.index.analysis.PostText;
import org.gazouillis.index.analysis.Span;
import org.gazouillis.index.analysis.Stemming;

/// The other forms of the words asked for. Which language a text is in is not known here: a form is marked if it is
/// one in any of them.
final class StemMarks {
    private final PostText analyzer;
    private final Map<Stemming, Set<String>> wanted = new EnumMap<>(Stemming.class);

    StemMarks(PostText analyzer) {
        this.analyzer = analyzer;
    }

    void want(String word) {
        for (Stemming stemming : Stemming.values()) {
            analyzer.stems(stemming, word)
                    .forEach(stem -> wanted.computeIfAbsent(stemming, none -> new HashSet<>())
                            .add(stem.term()));
        }
    }

    List<Span> in(String text) {
        return wanted.entrySet().stream()
                .flatMap(language -> in(text, language.getKey(), language.getValue()))
                .toList();
    }

    private Stream<Span> in(String text, Stemming stemming, Set<String> stems) {
        return analyzer.stems(stemming, text).stream()
                .filter(token -> stems.contains(token.term()))
                .map(token -> new Span(token.start(), token.end()));
    }
}
