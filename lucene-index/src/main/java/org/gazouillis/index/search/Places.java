package org.gazouillis.index.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.gazouillis.index.Why.How;
import org.gazouillis.index.Why.Place;
import org.gazouillis.index.analysis.Hashtags;
import org.gazouillis.index.analysis.Keywords;
import org.gazouillis.index.analysis.PostText;
import org.gazouillis.index.analysis.Span;
import org.gazouillis.index.analysis.Stemming;
import org.gazouillis.index.analysis.Token;

/// The places of one text that answer to a part of a query, found with the chain that indexed it.
final class Places {

    private static final int MOST = 3;

    private final PostText analyzer;
    private final String text;
    private final List<Token> tokens;
    private final Optional<Stemming> stemming;

    /// @param stemming of the language in which the text was indexed; empty when its words have no stems
    Places(PostText analyzer, String text, Optional<Stemming> stemming) {
        this.analyzer = analyzer;
        this.text = text;
        this.tokens = analyzer.tokens(text);
        this.stemming = stemming;
    }

    /// The first few, each saying once; empty for what is not looked for in the text.
    List<Place> of(QueryNode leaf) {
        return switch (leaf) {
            case QueryNode.Words words -> words(words);
            case QueryNode.Prefix prefix -> beginning(prefix);
            case QueryNode.Near near -> near(NearMarks.of(near, analyzer));
            case QueryNode.NearWords near -> near(NearMarks.of(near, analyzer));
            case QueryNode.Keyword keyword
            when keyword.kind() == QueryNode.Kind.TAG -> signed(Hashtags.in(text), '#', keyword);
            case QueryNode.Keyword keyword
            when keyword.kind() == QueryNode.Kind.MENTION -> signed(Hashtags.mentionsIn(text), '@', keyword);
            default -> List.of();
        };
    }

    private List<Place> words(QueryNode.Words words) {
        List<Token> wanted = analyzer.tokens(words.text());
        if (wanted.isEmpty()) {
            return List.of();
        }
        var places = new ArrayList<Place>();
        for (Span span : exact(wanted, tokens)) {
            places.add(as(words.text(), said(span)));
        }
        boolean forms = wanted.size() == 1 && !words.quoted();
        if (forms) {
            forms(wanted.getFirst(), tokens).forEach(span -> places.add(new Place(said(span), How.FORM)));
        }
        places.addAll(withinHashtags(hidden -> {
            var found = new ArrayList<>(exact(wanted, hidden));
            if (forms) {
                found.addAll(forms(wanted.getFirst(), hidden));
            }
            return found;
        }));
        return first(places);
    }

    private static List<Span> exact(List<Token> wanted, List<Token> tokens) {
        var spans = new ArrayList<Span>();
        Marker.sequence(wanted, tokens, spans);
        return spans;
    }

    private List<Span> forms(Token wanted, List<Token> tokens) {
        String stem = stemming.map(language -> language.stem(wanted.term())).orElse("");
        return stem.isEmpty()
                ? List.of()
                : spans(
                        tokens,
                        token -> !token.term().equals(wanted.term())
                                && stemming.map(language -> language.stem(token.term()))
                                        .orElse("")
                                        .equals(stem));
    }

    private List<Place> beginning(QueryNode.Prefix prefix) {
        List<Token> wanted = analyzer.tokens(prefix.text());
        if (wanted.isEmpty()) {
            return List.of();
        }
        String beginning = wanted.getLast().term();
        return anyWay(found -> spans(found, token -> token.term().startsWith(beginning)));
    }

    private List<Place> near(NearMarks marks) {
        return anyWay(found -> {
            var spans = new ArrayList<Span>();
            marks.mark(found, spans);
            spans.sort(Comparator.comparingInt(Span::start));
            return spans;
        });
    }

    private List<Place> anyWay(Function<List<Token>, List<Span>> finder) {
        var places = new ArrayList<Place>();
        finder.apply(tokens).forEach(span -> places.add(new Place(said(span), How.WRITTEN)));
        places.addAll(withinHashtags(finder));
        return first(places);
    }

    private List<Place> withinHashtags(Function<List<Token>, List<Span>> finder) {
        return Hashtags.in(text).stream()
                .filter(tag -> {
                    String words = Hashtags.words(text.substring(tag.start() + 1, tag.end()));
                    return !words.isEmpty()
                            && !finder.apply(analyzer.tokens(words)).isEmpty();
                })
                .map(tag -> new Place(said(tag), How.HASHTAG))
                .toList();
    }

    private List<Place> signed(List<Span> spans, char sign, QueryNode.Keyword keyword) {
        return first(spans.stream()
                .map(this::said)
                .filter(said -> {
                    String value = Keywords.fold(said.substring(1));
                    return keyword.prefix() ? value.startsWith(keyword.value()) : value.equals(keyword.value());
                })
                .map(said -> keyword.prefix() ? new Place(said, How.WRITTEN) : as(sign + keyword.value(), said))
                .toList());
    }

    private static List<Span> spans(List<Token> tokens, Predicate<Token> wanted) {
        return tokens.stream()
                .filter(wanted)
                .map(token -> new Span(token.start(), token.end()))
                .toList();
    }

    private static Place as(String asked, String said) {
        return new Place(said, said.equalsIgnoreCase(asked) ? How.WRITTEN : How.FOLDED);
    }

    private String said(Span span) {
        return text.substring(span.start(), span.end());
    }

    private static List<Place> first(List<Place> places) {
        Map<String, Place> each = new LinkedHashMap<>();
        places.forEach(place -> each.putIfAbsent(place.said().toLowerCase(Locale.ROOT), place));
        return each.values().stream().limit(MOST).toList();
    }
}
