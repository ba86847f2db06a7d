package org.gazouillis.index.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// The languages whose words are found by their stems, too: `election` finds `élections`. Each has a field of its
/// own, filled only by statuses in that language, because a stemmer maims what is not its language.
///
/// Stemmed is what [PostText] has made of a text, so that words with and without accents meet, and no text is taken
/// to pieces twice. Stems are remembered: a language has few words that are used all the time.
public enum Stemming {
    FRENCH("fr", 'a', 'z') {
        @Override
        TokenStream stemmed(TokenStream words) {
            return new FrenchLightStemFilter(words);
        }
    },
    /// KStem leaves words as they are that no rule and no dictionary knows: names survive.
    ENGLISH("en", 'a', 'z') {
        @Override
        TokenStream stemmed(TokenStream words) {
            return new KStemFilter(new EnglishPossessiveFilter(words));
        }
    },
    /// Takes off the article and the commonest endings.
    ARABIC("ar", '\u0621', '\u064a') {
        @Override
        TokenStream stemmed(TokenStream words) {
            return new ArabicStemFilter(words);
        }
    };

    /// How much another form of a word weighs beside the one that was asked for. By BM25 the best place of a word
    /// counts about four times the worst; a stem is rarer than none of its forms. Four times less and a bit: so the
    /// form that was asked for comes first, wherever it stands.
    public static final float OTHER_FORM = 0.2f;

    private static final String FIELD = "stem_";

    private static final int REMEMBERED = 20_000;
    private static final int LONGEST_REMEMBERED = 40;

    private final Map<String, String> stems = new ConcurrentHashMap<>();
    private final Analyzer wholeWords = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            var whole = new KeywordTokenizer();
            return new TokenStreamComponents(whole, stemmed(whole));
        }
    };
    private final String language;
    private final char firstLetter;
    private final char lastLetter;

    Stemming(String language, char firstLetter, char lastLetter) {
        this.language = language;
        this.firstLetter = firstLetter;
        this.lastLetter = lastLetter;
    }

    abstract TokenStream stemmed(TokenStream words);

    /// That of a language as [Keywords#language] gives it; empty when its words are not stemmed.
    public static Optional<Stemming> of(String language) {
        for (Stemming stemming : values()) {
            if (stemming.language.equals(language)) {
                return Optional.of(stemming);
            }
        }
        return Optional.empty();
    }

    /// As [Keywords#language] gives it.
    public String language() {
        return language;
    }

    /// Name of the field of its stems.
    public String field() {
        return FIELD + language;
    }

    /// The stems of those tokens that are words of this language's script.
    public List<Token> stems(List<Token> tokens) {
        var stems = new ArrayList<Token>(tokens.size());
        for (Token token : tokens) {
            String stem = stem(token.term());
            if (!stem.isEmpty()) {
                stems.add(new Token(stem, token.position(), token.start(), token.end()));
            }
        }
        return stems;
    }

    /// The stem of one folded word; empty when it cannot be of this language: a number, an emoji, another script.
    public String stem(String word) {
        if (word.isEmpty() || word.charAt(0) < firstLetter || word.charAt(0) > lastLetter) {
            return "";
        }
        String known = stems.get(word);
        return known == null ? remember(word, compute(word)) : known;
    }

    private String remember(String word, String stem) {
        if (word.length() <= LONGEST_REMEMBERED) {
            if (stems.size() >= REMEMBERED) {
                stems.clear();
            }
            stems.put(word, stem);
        }
        return stem;
    }

    private String compute(String word) {
        try (TokenStream stemmed = wholeWords.tokenStream("", word)) {
            var term = stemmed.addAttribute(CharTermAttribute.class);
            stemmed.reset();
            String stem = stemmed.incrementToken() ? term.toString() : "";
            stemmed.end();
            return stem;
        } catch (IOException impossible) {
            throw new UncheckedIOException("Reading a string cannot fail", impossible);
        }
    }
}
