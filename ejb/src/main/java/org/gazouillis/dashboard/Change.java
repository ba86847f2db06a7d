package org.gazouillis.dashboard;

import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;
import org.gazouillis.rollup.Figure;
import org.jspecify.annotations.Nullable;

/// A difference between two periods with its interval of 95 %, in the unit of the measure.
///
/// @param low null when there is no interval; `ground` says why
public record Change(@Nullable Double low, @Nullable Double high, Ground ground) {
    /// What the interval stands on, or why there is none.
    public enum Ground {
        /// Proportions of people: Newcombe's interval from two of Wilson's.
        PEOPLE,
        /// Posts drawn again and again: the events of one post are not independent of each other.
        POSTS,
        /// There are too few posts or people to tell a change from chance.
        TOO_FEW,
        /// The measure does not stand on posts or proportions, so no interval is known.
        NOT_OF_POSTS
    }

    static final double ERROR_RATE = 0.05;

    static Change without(Ground why) {
        return new Change(null, null, why);
    }

    /// Newcombe 1998, method 10: the limits of the difference of two independent proportions.
    static Change ofProportions(Figure now, Figure before) {
        Proportion one = Proportion.of(now);
        Proportion two = Proportion.of(before);
        if (one == null || two == null) {
            return without(Ground.TOO_FEW);
        }
        double difference = one.share() - two.share();
        return new Change(
                difference - Math.hypot(one.share() - one.low(), two.high() - two.share()),
                difference + Math.hypot(one.high() - one.share(), two.share() - two.low()),
                Ground.PEOPLE);
    }

    /// 1 when it surely rose, -1 when it surely fell, 0 when the interval holds zero or there is none.
    public int direction() {
        if (low == null || high == null) {
            return 0;
        }
        return low > 0 ? 1 : high < 0 ? -1 : 0;
    }

    private record Proportion(double share, double low, double high) {
        static @Nullable Proportion of(Figure figure) {
            Long part = figure.numerator();
            Long whole = figure.denominator();
            if (part == null || whole == null || whole == 0 || whole > Integer.MAX_VALUE) {
                return null;
            }
            Interval wilson = BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(
                    Math.toIntExact(whole), Math.toIntExact(part), ERROR_RATE);
            return new Proportion(part / (double) whole, wilson.getLowerBound(), wilson.getUpperBound());
        }
    }
}
