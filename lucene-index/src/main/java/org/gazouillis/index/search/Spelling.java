package org.gazouillis.index.search;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// Guesses what was meant by a word that is not known.
final class Spelling {

    private static final int SHORT = 4;
    private static final int LONGEST = 60;

    private Spelling() {}

    /// The known word that differs by one slip (a letter too many, missing, wrong, or two exchanged), in words of more
    /// than four letters by two.
    static Optional<String> nearest(String written, Stream<String> known) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        int allowed = written.length() <= SHORT ? 1 : 2;
        return known.map(word -> new Guess(word, slips(written, word)))
                .filter(guess -> guess.slips <= allowed)
                .min(Comparator.comparingInt(Guess::slips))
                .map(Guess::word);
    }

    private record Guess(String word, int slips) {}

    /// Optimal string alignment distance.
    private static int slips(String a, String b) {
        int[][] best = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                best[i][j] = i == 0 || j == 0 ? i + j : step(a, b, i, j, best);
            }
        }
        return best[a.length()][b.length()];
    }

    private static int step(String a, String b, int i, int j, int[][] best) {
        int wrong = best[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int fewest = Math.min(wrong, Math.min(best[i - 1][j], best[i][j - 1]) + 1);
        boolean exchanged = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return exchanged ? Math.min(fewest, best[i - 2][j - 2] + 1) : fewest;
    }
}
