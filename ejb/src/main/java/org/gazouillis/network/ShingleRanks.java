package org.gazouillis.network;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The shingles of many texts by their rank among all: the rarest has 0.
///
/// @param ofTexts for each text its different ranks, the rarest first
/// @param different how many ranks there are
@SuppressWarnings("ArrayRecordComponent") // passed on within this package only
record ShingleRanks(int[][] ofTexts, int different) {
    private static final int BITS = Character.SIZE;

    static ShingleRanks of(List<String> plains) {
        long[][] codes = plains.stream().map(ShingleRanks::codes).toArray(long[][]::new);
        long[] all = Arrays.stream(codes).flatMapToLong(Arrays::stream).sorted().toArray();
        long[] known = Arrays.stream(all).distinct().toArray();
        int[] rankOf = ranks(all, known);
        int[][] ranks = Arrays.stream(codes)
                .map(text -> Arrays.stream(text)
                        .mapToInt(code -> rankOf[Arrays.binarySearch(known, code)])
                        .sorted()
                        .toArray())
                .toArray(int[][]::new);
        return new ShingleRanks(ranks, known.length);
    }

    /// @param all sorted, each as often as texts have it
    /// @param known the same, each once
    private static int[] ranks(long[] all, long[] known) {
        int[] frequencies = new int[known.length];
        for (int at = 0, place = 0; at < all.length; at++) {
            place += all[at] == known[place] ? 0 : 1;
            frequencies[place]++;
        }
        int[] rarestFirst = IntStream.range(0, known.length)
                .boxed()
                .sorted(Comparator.comparingInt(place -> frequencies[place]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] rankOf = new int[known.length];
        for (int rank = 0; rank < rarestFirst.length; rank++) {
            rankOf[rarestFirst[rank]] = rank;
        }
        return rankOf;
    }

    /// Each different run of three signs as one number, sorted.
    private static long[] codes(String plain) {
        return IntStream.rangeClosed(0, plain.length() - Likeness.SHINGLE)
                .mapToLong(
                        at -> ((long) plain.charAt(at) << BITS | plain.charAt(at + 1)) << BITS | plain.charAt(at + 2))
                .sorted()
                .distinct()
                .toArray();
    }
}
