package org.gazouillis.index.analysis;

import java.util.Optional;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;

/// The languages whose words are found by their stems, too: `election` finds `élections`. Each has a field of its
/// own, filled only by statuses in that language, because a stemmer maims what is not its language.
///
/// Stemmed is what was folded before, so that words with and without accents meet.
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

    private static final String FIELD = "stem_";

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

    static Optional<Stemming> ofField(String field) {
        return field.startsWith(FIELD) ? of(field.substring(FIELD.length())) : Optional.empty();
    }

    /// Name of the field of its stems.
    public String field() {
        return FIELD + language;
    }

    /// Whether a folded word can be one of this language: numbers, emoji and other scripts have no stem in it.
    boolean takes(char first) {
        return first >= firstLetter && first <= lastLetter;
    }
}
