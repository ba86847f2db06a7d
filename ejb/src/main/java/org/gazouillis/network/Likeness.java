package org.gazouillis.network;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// How much two texts are alike, by the shingles (runs of three signs) that they share. Links, case, accents and
/// punctuation make no difference: the same sentence under another link is the same to its readers.
public final class Likeness {
    /// From here on a reader has seen it before: one word changed in a text of full length leaves about 0.85.
    static final double NEAR = 0.7;
    static final int SHINGLE = 3;
    /// Texts with fewer are too short to be like each other.
    static final int FEWEST = 3 * SHINGLE;

    private final String plain;
    private final Set<String> shingles = new HashSet<>();

    public Likeness(String text) {
        plain = plain(text);
        for (int i = 0; i + SHINGLE <= plain.length(); i++) {
            shingles.add(plain.substring(i, i + SHINGLE));
        }
    }

    public boolean isNear(Likeness other) {
        return !plain.isEmpty() && (plain.equals(other.plain) || to(other) >= NEAR);
    }

    /// From 0 (nothing in common) to 1; texts of a word or two are never like each other.
    double to(Likeness other) {
        int smaller = Math.min(shingles.size(), other.shingles.size());
        if (smaller < FEWEST) {
            return 0;
        }
        long common = shingles.stream().filter(other.shingles::contains).count();
        return share(common, shingles.size(), other.shingles.size());
    }

    /// What two sets have in common, as a share of both together (Jaccard).
    static double share(long common, int one, int other) {
        return (double) common / (one + other - common);
    }

    /// What its readers read: empty when it is nothing but links and signs.
    static String plain(String text) {
        StringBuilder words = new StringBuilder();
        TextSegment.split(text).stream()
                .filter(each -> each.kind() != TextSegment.Kind.LINK)
                .forEach(each -> words.append(each.text()));
        return Normalizer.normalize(words, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
