package org.gazouillis.listen;

import java.util.Arrays;

/// What is usual at one hour of the week: the median of that hour in the weeks before, and how far those hours lie
/// from it.
///
/// The spread is the median absolute deviation × 1.4826, which for normally distributed counts is the standard
/// deviation and which a single wild week hardly moves (Leys et al., "Detecting outliers: Do not use standard
/// deviation around the mean, use absolute deviation around the median", J. Exp. Soc. Psych. 49, 2013). Counts of
/// rare
/// posts scatter by the square root of their mean even when nothing happens, so the spread is never less, nor less
/// than one post.
///
/// @param usual the median
/// @param spread in posts
record Baseline(double usual, double spread) {
    /// Weeks that are looked back at.
    static final int WEEKS = 8;

    private static final double NORMAL = 1.4826;

    /// @param counts of the same hour of the week, at least one
    static Baseline of(int... counts) {
        double usual = median(Arrays.stream(counts).asDoubleStream().toArray());
        double deviation = median(Arrays.stream(counts)
                .mapToDouble(count -> Math.abs(count - usual))
                .toArray());
        return new Baseline(usual, Math.max(NORMAL * deviation, Math.max(Math.sqrt(usual), 1)));
    }

    /// From how many posts on an hour is unusual.
    double threshold(AlertWish wish) {
        return Math.max(usual + wish.strength() * spread, wish.least());
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
