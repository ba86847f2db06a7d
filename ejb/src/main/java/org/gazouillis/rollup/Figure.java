package org.gazouillis.rollup;

import org.jspecify.annotations.Nullable;

/// A value with what it is made of, so that it can be pooled again without averaging averages.
///
/// @param numerator null when it is not known: then the figure is missing, which is not 0
/// @param denominator null for a count
/// @param standardError by which share of itself the value may err because people were counted by a sketch; 0 when
///     everything was counted exactly
public record Figure(@Nullable Long numerator, @Nullable Long denominator, double standardError) {
    public static final Figure MISSING = new Figure(null, null);

    public Figure(@Nullable Long numerator, @Nullable Long denominator) {
        this(numerator, denominator, 0);
    }

    static Figure count(long number) {
        return new Figure(number, null);
    }

    static Figure people(Headcount people) {
        return new Figure(people.number(), null, people.standardError());
    }

    static Figure ratio(long numerator, long denominator) {
        return new Figure(numerator, denominator);
    }

    static Figure perPerson(long numerator, Headcount people) {
        return new Figure(numerator, people.number(), people.standardError());
    }

    /// Two counts of people; their errors are taken as independent.
    static Figure share(Headcount part, Headcount whole) {
        return new Figure(part.number(), whole.number(), Math.hypot(part.standardError(), whole.standardError()));
    }

    /// A `Long` for a count, a `Double` for a ratio, null when missing or when nothing can be divided.
    public @Nullable Number value() {
        if (numerator == null || denominator == null) {
            return numerator;
        }
        return denominator == 0 ? null : numerator / (double) denominator;
    }
}
