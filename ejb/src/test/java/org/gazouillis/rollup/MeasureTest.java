package org.gazouillis.rollup;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class MeasureTest {
    private static final Tally TALLY = new Tally(1_000, 200, 30, 6, 4, 2, 20, 7, new Interest(5, 4, 3, 2, 1, 9));
    private static final Crowd CROWD = new Crowd(
            new Headcount(400, 0.013), new Headcount(150, 0), new Headcount(25, 0), new Headcount(410, 0.013));
    private static final Totals TOTALS = new Totals(TALLY, CROWD, 10, new Audience(50, 10, 540));

    @ParameterizedTest
    @EnumSource
    void everyMeasureIsDefinedInWordsOfBothLanguages(Measure measure) {
        MeasureDefinition english = measure.definition(Locale.ENGLISH);
        MeasureDefinition french = measure.definition(Locale.FRENCH);
        assertThat(english.text()).isNotBlank().isNotEqualTo(french.text());
        boolean divides = measure.of(TOTALS).denominator() != null;
        assertThat(english.denominator() != null).isEqualTo(divides);
        assertThat(french.denominator() != null).isEqualTo(divides);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotKnownIsMissingAndNotZero(Measure measure) {
        assertThat(measure.of(null).value()).isNull();
    }

    @Test
    void ratesAreWhatTheirDefinitionsSay() {
        assertThat(value(Measure.INTERACTIONS)).isEqualTo(42L);
        assertThat(value(Measure.ENGAGEMENTS))
                .as("interactions, clicks and openings, no bookmarks and no programs")
                .isEqualTo(77L);
        assertThat(value(Measure.ENGAGEMENT_RATE)).isEqualTo(0.077);
        assertThat(value(Measure.QUOTES)).isEqualTo(2L);
        assertThat(value(Measure.BOOKMARKS)).isEqualTo(9L);
        assertThat(value(Measure.REMOVED_REPORTS)).isEqualTo(7L);
        assertThat(value(Measure.FREQUENCY)).isEqualTo(2.0);
        assertThat(value(Measure.ENGAGED_SHARE)).isEqualTo(25 / 410.0);
        assertThat(value(Measure.ENGAGEMENTS_PER_PERSON)).isEqualTo(77 / 400.0);
        assertThat(value(Measure.AMPLIFICATION)).as("reposts and quotes").isEqualTo(0.008);
        assertThat(value(Measure.APPLAUSE)).isEqualTo(3.0);
        assertThat(value(Measure.CLICK_RATE)).isEqualTo(0.02);
        assertThat(value(Measure.NET_FOLLOWERS)).isEqualTo(40L);
        assertThat(value(Measure.FOLLOWER_GROWTH)).isEqualTo(0.08);
    }

    @Test
    void aFigureOnASketchBearsItsError() {
        assertThat(Measure.REACH.of(TOTALS).standardError()).isEqualTo(0.013);
        assertThat(Measure.FREQUENCY.of(TOTALS).standardError()).isEqualTo(0.013);
        assertThat(Measure.ENGAGEMENT_RATE.of(TOTALS).standardError()).isZero();
    }

    @Test
    void thePooledRateAndTheMeanOfRatesAreTwoAverages() {
        Tally large = new Tally(900, 0, 9, 0, 0, 0, 0, 0, Interest.NONE);
        Tally small = new Tally(100, 0, 11, 0, 0, 0, 0, 0, Interest.NONE);
        Totals both = new Totals(large.plus(small), Crowd.NOBODY, 2, null);
        assertThat(Measure.ENGAGEMENT_RATE.of(both).value()).isEqualTo(0.02);
        MeanOfRatios mean = MeanOfRatios.of(Measure.ENGAGEMENT_RATE, List.of(large, small, Tally.NONE));
        assertThat(mean).isEqualTo(new MeanOfRatios(0.06, 2, 1));
    }

    private static Object value(Measure measure) {
        return java.util.Objects.requireNonNull(measure.of(TOTALS).value());
    }
}
