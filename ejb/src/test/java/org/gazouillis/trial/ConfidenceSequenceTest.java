package org.gazouillis.trial;

import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/// Somebody looks after every single person: that is what the interval must stand.
class ConfidenceSequenceTest {
    private static final ConfidenceSequence TWO_POINTS = new ConfidenceSequence(0.02, 0.05);

    @ParameterizedTest
    @CsvSource({"0.05, 0.5", "0.30, 0.5", "0.05, 0.2"})
    void textsThatAreAlikeAreToldApartInFewerTrialsThanPromised(double rate, double share) {
        Random chance = new Random(165);
        int trials = 600;
        int alarms = 0;
        for (int n = 0; n < trials; n++) {
            if (Played.of(chance, rate, rate, share, 5_000).isDifferent()) {
                alarms++;
            }
        }
        assertThat((double) alarms / trials).isPositive().isLessThan(0.05);
    }

    @Test
    void aDifferenceAsLargeAsPlannedForIsFoundInFourOfFiveTrialsAndMostlySooner() {
        long planned = SampleSize.people(0.05, 0.5, TWO_POINTS);
        assertThat(planned).isEqualTo(8_579);
        Random chance = new Random(165);
        int trials = 300;
        int found = 0;
        long people = 0;
        for (int n = 0; n < trials; n++) {
            Played played = Played.of(chance, 0.05, 0.07, 0.5, planned);
            found += played.ground() == Ground.BETTER ? 1 : 0;
            people += played.people();
        }
        assertThat((double) found / trials).isGreaterThan(0.75);
        assertThat((double) people / trials / planned).isLessThan(0.75);
    }

    @Test
    void nothingIsSaidOfTooFewPeople() {
        assertThat(TWO_POINTS.of(new ArmCounts(99, 50, 1_000, 500))).isNull();
        assertThat(TWO_POINTS.of(new ArmCounts(1_000, 500, 1_000, 9))).isNull();
        assertThat(TWO_POINTS.verdict(new ArmCounts(1_000, 500, 1_000, 9))).isEmpty();
    }

    @Test
    void theIntervalIsWhatItsFormulaSays() {
        Difference found = TWO_POINTS.of(new ArmCounts(1_000, 50, 1_000, 70));
        assertThat(found).isNotNull();
        double variance = 0.06 * 0.94 * 2 / 1_000;
        double half = Math.sqrt(variance
                * (variance + 0.0004)
                / 0.0004
                * (Math.log((variance + 0.0004) / variance) - 2 * Math.log(0.05)));
        assertThat(found.value()).isCloseTo(0.02, within(1e-9));
        assertThat(found.low()).isCloseTo(0.02 - half, within(1e-9));
        assertThat(found.high()).isCloseTo(0.02 + half, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "2000, 100, 2000, 300, BETTER",
        "2000, 300, 2000, 100, WORSE",
        "200000, 10000, 200000, 10050, ALIKE",
        "200, 10, 200, 14,",
        "1000, 1000, 1000, 1000, ALIKE"
    })
    void itIsOverWhenTheIntervalSaysSo(long peopleA, long actedA, long peopleB, long actedB, @Nullable Ground ground) {
        assertThat(TWO_POINTS.verdict(new ArmCounts(peopleA, actedA, peopleB, actedB)))
                .isEqualTo(Optional.ofNullable(ground));
    }

    @Test
    void aSmallerShareAndASmallerDifferenceTakeMorePeople() {
        long half = SampleSize.people(0.05, 0.5, TWO_POINTS);
        assertThat(SampleSize.people(0.05, 0.1, TWO_POINTS)).isGreaterThan(2 * half);
        assertThat(SampleSize.people(0.05, 0.5, new ConfidenceSequence(0.01, 0.05)))
                .isGreaterThan(3 * half);
        assertThat(SampleSize.people(0.98, 0.5, TWO_POINTS)).isPositive();
    }

    /// A trial that ends as soon as it may.
    private record Played(@Nullable Ground ground, long people) {
        static Played of(Random chance, double rateA, double rateB, double share, long most) {
            long[] counts = new long[4];
            for (long n = 1; n <= most; n++) {
                boolean second = chance.nextDouble() < share;
                counts[second ? 2 : 0]++;
                if (chance.nextDouble() < (second ? rateB : rateA)) {
                    counts[second ? 3 : 1]++;
                }
                Optional<Ground> verdict =
                        TWO_POINTS.verdict(new ArmCounts(counts[0], counts[1], counts[2], counts[3]));
                if (verdict.isPresent()) {
                    return new Played(verdict.get(), n);
                }
            }
            return new Played(null, most);
        }

        boolean isDifferent() {
            return ground == Ground.BETTER || ground == Ground.WORSE;
        }
    }
}
