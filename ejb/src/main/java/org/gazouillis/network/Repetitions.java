package org.gazouillis.network;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which of many texts say nearly the same as one before them. The answer is that of holding each text against all
/// firsts before it with [Likeness]; it is found without doing so.
///
/// Two sets that share 70 % share one of their rarest elements, so only firsts that have one of a text's rarest
/// shingles are looked at, and only for as long as they can still be near (prefix and positional filtering: Bayardo, Ma
/// and Srikant 2007; Xiao, Wang, Lin and Yu 2008).
public final class Repetitions {
    private static final int NONE = Integer.MAX_VALUE;

    private final List<String> plains;
    /// The shingles of each text by their rank, the rarest first.
    private final int[][] ranks;
    private final Map<String, Integer> firstByPlain = new HashMap<>();
    private final Firsts firsts;
    /// For each first the text that was held against it last.
    private final int[] lookedAtBy;

    private Repetitions(List<String> texts) {
        plains = texts.stream().map(Likeness::plain).toList();
        ShingleRanks ranking = ShingleRanks.of(plains);
        ranks = ranking.ofTexts();
        firsts = new Firsts(ranking.different());
        lookedAtBy = new int[ranks.length];
        Arrays.fill(lookedAtBy, -1);
    }

    /// @return for each text the place of the first that said it; its own place when none did
    public static int[] firsts(List<String> texts) {
        return new Repetitions(texts).firsts();
    }

    private int[] firsts() {
        int[] answer = new int[ranks.length];
        for (int text = 0; text < answer.length; text++) {
            int first = plains.get(text).isEmpty() ? NONE : first(text);
            answer[text] = first == NONE ? text : first;
            if (first == NONE) {
                remember(text);
            }
        }
        return answer;
    }

    private int first(int text) {
        int first = firstByPlain.getOrDefault(plains.get(text), NONE);
        int[] mine = ranks[text];
        for (int at = 0; at < prefix(mine.length); at++) {
            for (int entry = 0; entry < firsts.number(mine[at]); entry++) {
                int candidate = firsts.text(mine[at], entry);
                if (candidate < first && lookedAtBy[candidate] != text) {
                    lookedAtBy[candidate] = text;
                    first = isNear(mine, at, ranks[candidate], firsts.place(mine[at], entry)) ? candidate : first;
                }
            }
        }
        return first;
    }

    private void remember(int text) {
        firstByPlain.putIfAbsent(plains.get(text), text);
        int[] mine = ranks[text];
        for (int at = 0; at < prefix(mine.length); at++) {
            firsts.add(mine[at], text, at);
        }
    }

    /// How many of the rarest shingles have to be looked at; rounded so that it is never too few.
    private static int prefix(int size) {
        return size < Likeness.FEWEST ? 0 : Math.min(size, size - (int) (Likeness.NEAR * size) + 1);
    }

    /// Two texts whose first common shingle stands at these places. What is needed is rounded down, so that nothing is
    /// given up too early; the last word is the share itself.
    private static boolean isNear(int[] one, int oneAt, int[] other, int otherAt) {
        int needed = (int) (Likeness.NEAR / (1 + Likeness.NEAR) * (one.length + other.length));
        int common = 0;
        int i = oneAt;
        int j = otherAt;
        while (i < one.length && j < other.length) {
            if (common + Math.min(one.length - i, other.length - j) < needed) {
                return false;
            }
            int order = Integer.compare(one[i], other[j]);
            common += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return Likeness.share(common, one.length, other.length) >= Likeness.NEAR;
    }

    /// By the rank of a shingle, the firsts that have it among their rarest, and at which place.
    private static final class Firsts {
        private final int[][] pairs;
        private final int[] numbers;

        Firsts(int different) {
            pairs = new int[different][];
            numbers = new int[different];
        }

        void add(int rank, int text, int place) {
            int at = 2 * numbers[rank];
            int[] now = pairs[rank];
            if (now == null || at == now.length) {
                now = now == null ? new int[4] : Arrays.copyOf(now, 2 * at);
                pairs[rank] = now;
            }
            now[at] = text;
            now[at + 1] = place;
            numbers[rank]++;
        }

        int number(int rank) {
            return numbers[rank];
        }

        int text(int rank, int entry) {
            return pairs[rank][2 * entry];
        }

        int place(int rank, int entry) {
            return pairs[rank][2 * entry + 1];
        }
    }
}
