package org.gazouillis.network;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Which of many texts say nearly the same as one before them. The answer is that of holding each text against all
/// firsts before it with [Likeness]; it is found without doing so.
///
/// Two sets that share 70 % share one of their rarest elements, so only firsts that have one of a text's rarest
/// shingles are looked at (prefix filtering: Chaudhuri, Ganti and Kaushik 2006; Bayardo, Ma and Srikant 2007).
public final class Repetitions {
    private static final int NONE = Integer.MAX_VALUE;

    private final List<Likeness> texts;
    /// The shingles of each text by their rank, the rarest first.
    private final int[][] ranks;
    private final Map<String, Integer> firstByPlain = new HashMap<>();
    private final Map<Integer, List<Integer>> firstsByRank = new HashMap<>();
    /// For each first the text that was held against it last.
    private final int[] lookedAtBy;

    private Repetitions(List<String> said) {
        texts = said.stream().map(Likeness::new).toList();
        ranks = ranked(texts);
        lookedAtBy = new int[said.size()];
        Arrays.fill(lookedAtBy, -1);
    }

    /// @return for each text the place of the first that said it; its own place when none did
    public static int[] firsts(List<String> texts) {
        return new Repetitions(texts).firsts();
    }

    private int[] firsts() {
        int[] firsts = new int[texts.size()];
        for (int text = 0; text < firsts.length; text++) {
            int first = texts.get(text).plain().isEmpty() ? NONE : first(text);
            firsts[text] = first == NONE ? text : first;
            if (first == NONE) {
                remember(text);
            }
        }
        return firsts;
    }

    private int first(int text) {
        int first = firstByPlain.getOrDefault(texts.get(text).plain(), NONE);
        for (int at = 0; at < prefix(text); at++) {
            for (int candidate : firstsByRank.getOrDefault(ranks[text][at], List.of())) {
                if (candidate < first && lookedAtBy[candidate] != text) {
                    lookedAtBy[candidate] = text;
                    first = isNear(text, candidate) ? candidate : first;
                }
            }
        }
        return first;
    }

    private void remember(int text) {
        firstByPlain.putIfAbsent(texts.get(text).plain(), text);
        for (int at = 0; at < prefix(text); at++) {
            firstsByRank
                    .computeIfAbsent(ranks[text][at], rank -> new ArrayList<>())
                    .add(text);
        }
    }

    /// How many of the rarest shingles have to be looked at; rounded so that it is never too few.
    private int prefix(int text) {
        int size = ranks[text].length;
        return size < Likeness.FEWEST ? 0 : Math.min(size, size - (int) (Likeness.NEAR * size) + 1);
    }

    private boolean isNear(int text, int other) {
        int[] one = ranks[text];
        int[] two = ranks[other];
        int common = 0;
        for (int i = 0, j = 0; i < one.length && j < two.length; ) {
            if (one[i] == two[j]) {
                common++;
                i++;
                j++;
            } else if (one[i] < two[j]) {
                i++;
            } else {
                j++;
            }
        }
        return Likeness.share(common, one.length, two.length) >= Likeness.NEAR;
    }

    private static int[][] ranked(List<Likeness> texts) {
        Map<String, Integer> frequencies = new HashMap<>();
        texts.forEach(text -> text.shingles().forEach(shingle -> frequencies.merge(shingle, 1, Integer::sum)));
        List<String> rarestFirst = frequencies.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .map(Map.Entry::getKey)
                .toList();
        Map<String, Integer> rankOf = new HashMap<>();
        rarestFirst.forEach(shingle -> rankOf.put(shingle, rankOf.size()));
        return texts.stream()
                .map(text -> text.shingles().stream()
                        .mapToInt(shingle -> rankOf.getOrDefault(shingle, -1))
                        .sorted()
                        .toArray())
                .toArray(int[][]::new);
    }
}
