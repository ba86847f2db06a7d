package org.gazouillis.trial;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An interval for the difference of two rates that may be looked at after every person: the mixture sequential
/// probability ratio test with a normal mixture (Johari, Pekelis, Walsh, arXiv:1512.04922, section 5; asymptotic with
/// estimated variances: Waudby-Smith and others, arXiv:2103.06476). The chance that it ever misses the truth is at most
/// `alpha`.
///
/// @param least the least difference that matters, which is the deviation of the mixture, too
public record ConfidenceSequence(double least, double alpha) {
    /// Before that the estimated variances are not to be relied on.
    public static final int FEWEST_PEOPLE = 100;
    public static final int FEWEST_ACTED = 10;

    /// Null while there are too few people.
    public @Nullable Difference of(ArmCounts counts) {
        if (Math.min(counts.peopleA(), counts.peopleB()) < FEWEST_PEOPLE
                || Math.min(counts.actedA(), counts.actedB()) < FEWEST_ACTED) {
            return null;
        }
        double a = (double) counts.actedA() / counts.peopleA();
        double b = (double) counts.actedB() / counts.peopleB();
        double half = halfWidth(variance(a, counts.peopleA(), b, counts.peopleB()));
        return new Difference(b - a, b - a - half, b - a + half);
    }

    /// Empty while nothing can be said.
    public Optional<Ground> verdict(ArmCounts counts) {
        Difference found = of(counts);
        if (found == null) {
            return Optional.empty();
        }
        if (found.low() > 0) {
            return Optional.of(Ground.BETTER);
        }
        if (found.high() < 0) {
            return Optional.of(Ground.WORSE);
        }
        return found.low() > -least && found.high() < least ? Optional.of(Ground.ALIKE) : Optional.empty();
    }

    /// Of the difference: of both arms each for itself, or of both together, the greater. Each for itself alone finds
    /// differences that are none more often than promised when few see the second text. Where everybody or
    /// nobody acts, it is never quite zero.
    static double variance(double a, double peopleA, double b, double peopleB) {
        double together = (a * peopleA + b * peopleB) / (peopleA + peopleB);
        double greater = Math.max(
                a * (1 - a) / peopleA + b * (1 - b) / peopleB, together * (1 - together) * (1 / peopleA + 1 / peopleB));
        return Math.max(greater, 1 / (peopleA * peopleB));
    }

    double halfWidth(double variance) {
        double square = least * least;
        double grown = variance + square;
        return Math.sqrt(variance * grown / square * (Math.log(grown / variance) - 2 * Math.log(alpha)));
    }
}
