package org.gazouillis.dashboard;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.gazouillis.rollup.Measure;
import org.gazouillis.rollup.MeasureUnknown;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PeriodTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant NOW = Instant.parse("2026-11-23T08:07:00Z");

    @Test
    void datesAreWholeDaysOfTheBrandAndBothCount() {
        Period period = Period.parse("2026-11-01", "2026-11-02", PARIS, NOW);
        assertThat(period.range().from()).isEqualTo("2026-10-31T23:00:00Z");
        assertThat(period.range().to()).isEqualTo("2026-11-02T23:00:00Z");
        assertThat(period.days()).isEqualTo(2);
    }

    @Test
    void instantsAreMovedOutwardsToAQuarterOfAnHour() {
        Period period = Period.parse("2026-11-01T09:07:00+01:00", "2026-11-01T09:31:00 01:00", PARIS, NOW);
        assertThat(period.range().from()).isEqualTo("2026-11-01T08:00:00Z");
        assertThat(period.range().to()).isEqualTo("2026-11-01T08:45:00Z");
    }

    @Test
    void withoutEndsItIsTheLastSevenDaysUntilNow() {
        Period period = Period.parse(null, " ", PARIS, NOW);
        assertThat(period.firstDay()).isEqualTo(LocalDate.of(2026, 11, 17));
        assertThat(period.range().to()).isEqualTo("2026-11-23T08:15:00Z");
    }

    @Test
    void nonsenseIsRefusedInWords() {
        assertThatThrownBy(() -> Period.parse("yesterday", null, PARIS, NOW)).hasMessageContaining("yesterday");
        assertThatThrownBy(() -> Period.parse("2026-02-30", null, PARIS, NOW)).isInstanceOf(PeriodNotReadable.class);
        assertThatThrownBy(() -> Period.parse("2026-11-02", "2026-11-01", PARIS, NOW))
                .isInstanceOf(PeriodNotReadable.class);
        assertThatThrownBy(() -> Step.named("week")).hasMessageContaining("\"hour\" or \"day\"");
        assertThatThrownBy(() -> Measure.named("clout")).isInstanceOf(MeasureUnknown.class);
    }

    @Test
    void theOneBeforeHasAsManyLocalDays() {
        Period week = Period.lastDays(7, PARIS, Instant.parse("2026-10-28T08:00:00Z"));
        assertThat(week.previous().lastDay()).isEqualTo(LocalDate.of(2026, 10, 21));
        assertThat(week.previous().days()).isEqualTo(7);
    }

    @Test
    void everyMeasureIsDefinedInEveryLanguage() {
        for (Measure measure : Measure.values()) {
            assertThat(measure.definition(Locale.ENGLISH).text()).isNotBlank();
            assertThat(measure.definition(Locale.FRENCH).text())
                    .isNotEqualTo(measure.definition(Locale.ENGLISH).text());
        }
        assertThat(Measure.named("engagement_rate").definition(Locale.FRENCH).denominator())
                .isEqualTo("impressions");
    }

    @Test
    void theSameWeekdaysLieInWholeWeeksBefore() {
        ZoneId paris = ZoneId.of("Europe/Paris");
        Period ten = Period.ofDays(LocalDate.of(2026, 11, 14), LocalDate.of(2026, 11, 23), paris);
        assertThat(ten.weeksBefore().firstDay()).isEqualTo(LocalDate.of(2026, 10, 31));
        assertThat(ten.weeksBefore().firstDay().getDayOfWeek())
                .isEqualTo(ten.firstDay().getDayOfWeek());
        Period acrossTheChange = Period.ofDays(LocalDate.of(2026, 10, 26), LocalDate.of(2026, 11, 1), paris);
        assertThat(acrossTheChange.weeksBefore())
                .isEqualTo(Period.ofDays(LocalDate.of(2026, 10, 19), LocalDate.of(2026, 10, 25), paris));
    }

    @Test
    void aYearBeforeAreTheSameDates() {
        ZoneId paris = ZoneId.of("Europe/Paris");
        Period february = Period.ofDays(LocalDate.of(2028, 2, 1), LocalDate.of(2028, 2, 29), paris);
        assertThat(february.yearBefore())
                .isEqualTo(Period.ofDays(LocalDate.of(2027, 2, 1), LocalDate.of(2027, 2, 28), paris));
    }
}
