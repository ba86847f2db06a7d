package org.gazouillis.index.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gazouillis.index.analysis.Hashtags;
import org.gazouillis.index.analysis.Keywords;
import org.gazouillis.index.analysis.PostText;
import org.gazouillis.index.analysis.Span;
import org.gazouillis.index.analysis.Token;

/// Finds the places in a text that a query asked for, by analysing the text again with the chain that indexed it.
public final class Marker {

    private final PostText analyzer;
    private final List<List<Token>> sequences = new ArrayList<>();
    private final List<NearMarks> nearness = new ArrayList<>();
    private final Set<String> beginnings = new HashSet<>();
    private final Set<String> tags = new HashSet<>();
    private final Set<String> tagBeginnings = new HashSet<>();
    private final Set<String> mentions = new HashSet<>();
    private final StemMarks stems = new StemMarks();

    public Marker(PostText analyzer, String query) {
        this.analyzer = analyzer;
        collect(QueryTrees.of(query));
    }

    private void collect(QueryNode node) {
        switch (node) {
            case QueryNode.And and -> and.parts().forEach(this::collect);
            case QueryNode.Or or -> or.parts().forEach(this::collect);
            case QueryNode.Words words -> {
                List<Token> tokens = analyzer.tokens(words.text());
                if (!tokens.isEmpty()) {
                    sequences.add(tokens);
                }
                if (tokens.size() == 1 && !words.quoted()) {
                    stems.want(tokens.getFirst().term());
                }
            }
            case QueryNode.Prefix prefix -> {
                List<Token> tokens = new ArrayList<>(analyzer.tokens(prefix.text()));
                if (!tokens.isEmpty()) {
                    beginnings.add(tokens.removeLast().term());
                    tokens.forEach(token -> sequences.add(List.of(token)));
                }
            }
            case QueryNode.Keyword keyword -> keyword(keyword);
            case QueryNode.Near near -> nearness.add(NearMarks.of(near, analyzer));
            case QueryNode.NearWords near -> nearness.add(NearMarks.of(near, analyzer));
            case QueryNode.Not _,
                    QueryNode.Link _,
                    QueryNode.Named _,
                    QueryNode.Created _,
                    QueryNode.AtLeast _,
                    QueryNode.Ids _,
                    QueryNode.Everything _ -> {
                // Nothing in a text answers to these.
            }
        }
    }

    private void keyword(QueryNode.Keyword keyword) {
        switch (keyword.kind()) {
            case TAG -> (keyword.prefix() ? tagBeginnings : tags).add(keyword.value());
            case MENTION -> mentions.add(keyword.value());
            case AUTHOR, ADDRESSEE, LANGUAGE, SOURCE, TRAIT -> {
                // Not part of the text.
            }
        }
    }

    /// Where to mark, in no order; the stretches may overlap.
    public List<Span> marks(String text) {
        List<Token> tokens = analyzer.tokens(text);
        var marks = new ArrayList<Span>(stems.in(tokens));
        for (List<Token> sequence : sequences) {
            sequence(sequence, tokens, marks);
        }
        nearness.forEach(near -> near.mark(tokens, marks));
        for (Token token : tokens) {
            if (beginnings.stream().anyMatch(token.term()::startsWith)) {
                marks.add(new Span(token.start(), token.end()));
            }
        }
        Hashtags.in(text).stream().filter(span -> isAsked(text, span)).forEach(marks::add);
        Hashtags.mentionsIn(text).stream()
                .filter(span -> mentions.contains(folded(text, span)))
                .forEach(marks::add);
        return marks;
    }

    private boolean isAsked(String text, Span span) {
        String tag = folded(text, span);
        return tags.contains(tag)
                || tagBeginnings.stream().anyMatch(tag::startsWith)
                || hides(Hashtags.words(text.substring(span.start() + 1, span.end())));
    }

    /// Whether one of the words within a hashtag was asked for; then the whole hashtag is marked.
    private boolean hides(String words) {
        if (words.isEmpty()) {
            return false;
        }
        List<Token> tokens = analyzer.tokens(words);
        var marks = new ArrayList<Span>(stems.in(tokens));
        sequences.forEach(sequence -> sequence(sequence, tokens, marks));
        nearness.forEach(near -> near.mark(tokens, marks));
        return !marks.isEmpty()
                || tokens.stream().anyMatch(token -> beginnings.stream().anyMatch(token.term()::startsWith));
    }

    private static String folded(String text, Span span) {
        return Keywords.fold(text.substring(span.start() + 1, span.end()));
    }

    static void sequence(List<Token> wanted, List<Token> tokens, List<Span> marks) {
        for (int first = 0; first + wanted.size() <= tokens.size(); first++) {
            if (standsAt(first, wanted, tokens)) {
                int last = first + wanted.size() - 1;
                marks.add(new Span(tokens.get(first).start(), tokens.get(last).end()));
            }
        }
    }

    static boolean standsAt(int first, List<Token> wanted, List<Token> tokens) {
        int shift = tokens.get(first).position() - wanted.getFirst().position();
        for (int i = 0; i < wanted.size(); i++) {
            Token token = tokens.get(first + i);
            if (token.position() - wanted.get(i).position() != shift
                    || !token.term().equals(wanted.get(i).term())) {
                return false;
            }
        }
        return true;
    }
}
