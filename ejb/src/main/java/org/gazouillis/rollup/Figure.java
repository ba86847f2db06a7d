package org.gazouillis.rollup;

import org.jspecify.annotations.Nullable;

/// A value with what it is made of, so that it can be pooled again without averaging averages.
///
/// @param numerator null when it is not known: then the figure is missing, which is not 0
/// @param denominator null for a count
public record Figure(@Nullable Long numerator, @Nullable Long denominator) {
    public static final Figure MISSING = new Figure(null, null);

    static Figure count(long number) {
        return new Figure(number, null);
    }

    static Figure ratio(long numerator, long denominator) {
        return new Figure(numerator, denominator);
    }

    /// A `Long` for a count, a `Double` for a ratio, null when missing or when nothing can be divided.
    public @Nullable Number value() {
        if (numerator == null || denominator == null) {
            return numerator;
        }
        return denominator == 0 ? null : numerator / (double) denominator;
    }
}
