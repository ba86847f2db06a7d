package org.gazouillis.trial;

/// How many people a trial needs to find a difference, if it is as large as the least that matters, in four of five
/// trials.
final class SampleSize {
    /// Of the standard normal distribution at 80 %.
    private static final double FOUR_OF_FIVE = 0.8416212335729143;

    private static final double HIGHEST_RATE = 0.99;

    private SampleSize() {}

    /// @param rate what the first text is thought to reach, between 0 and 1
    /// @param share of the people who see the second text
    static long people(double rate, double share, ConfidenceSequence sequence) {
        double other = rate + sequence.least() <= HIGHEST_RATE ? rate + sequence.least() : rate - sequence.least();
        double smaller = Math.min(share, 1 - share);
        long low = (long) Math.ceil(Math.max(
                ConfidenceSequence.FEWEST_PEOPLE / smaller, ConfidenceSequence.FEWEST_ACTED / (rate * smaller)));
        if (isEnough(low, rate, other, share, sequence)) {
            return low;
        }
        long high = 2 * low;
        while (!isEnough(high, rate, other, share, sequence)) {
            low = high;
            high *= 2;
        }
        while (high - low > 1) {
            long middle = (low + high) / 2;
            if (isEnough(middle, rate, other, share, sequence)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private static boolean isEnough(long people, double a, double b, double share, ConfidenceSequence sequence) {
        double variance = ConfidenceSequence.variance(a, people * (1 - share), b, people * share);
        return sequence.least() - sequence.halfWidth(variance) >= FOUR_OF_FIVE * Math.sqrt(variance);
    }
}
