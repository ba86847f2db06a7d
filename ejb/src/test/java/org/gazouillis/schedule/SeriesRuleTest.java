package org.gazouillis.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gazouillis.compose.GapRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SeriesRuleTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final int MINUTES = 24 * 60;

    /// Every minute of the day, on every day of two years: a daily, each weekly and each monthly series has exactly
    /// one instant per local day it is meant for, at that local time, or at the end of the gap when the clocks skip
    /// it.
    @ParameterizedTest
    @CsvSource({
        "Europe/Paris, 2026-01-01, 0",
        "America/New_York, 2026-01-01, 0",
        "Australia/Lord_Howe, 2026-01-01, 0",
        "Asia/Kathmandu, 2026-01-01, 0",
        "Africa/Casablanca, 2026-01-01, 0",
        "Pacific/Apia, 2026-01-01, 0",
        "Pacific/Apia, 2011-01-01, 1"
    })
    void everySeriesHappensOncePerLocalDayWhateverTheClocksDo(String zoneName, LocalDate from, int missingDays) {
        ZoneId zone = ZoneId.of(zoneName);
        LocalDate through = from.plusYears(2).minusDays(1);
        List<LocalDate> daily = days("FREQ=DAILY", from, through, zone);
        assertThat(daily).hasSize((int) (through.toEpochDay() - from.toEpochDay() + 1));
        Set<LocalDate> weekly = new HashSet<>();
        for (String day : List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU")) {
            assertThat(weekly.addAll(days("FREQ=WEEKLY;BYDAY=" + day, from, through, zone)))
                    .isTrue();
        }
        Set<LocalDate> monthly = new HashSet<>();
        for (int day = 1; day <= 31; day++) {
            monthly.addAll(days("FREQ=MONTHLY;BYMONTHDAY=" + day, from, through, zone));
        }
        assertThat(weekly).as("the weeks make up all days").containsExactlyInAnyOrderElementsOf(daily);
        assertThat(monthly).as("the months make up all days").containsExactlyInAnyOrderElementsOf(daily);
        for (int minute = 0; minute < MINUTES; minute++) {
            assertThat(oncePerDay(daily, LocalTime.ofSecondOfDay(minute * 60L), zone))
                    .isEqualTo(daily.size() - missingDays);
        }
    }

    /// Gives on how many days it happens.
    private static int oncePerDay(List<LocalDate> days, LocalTime time, ZoneId zone) {
        ZoneRules rules = zone.getRules();
        Instant last = Instant.MIN;
        int happens = 0;
        for (LocalDate day : days) {
            LocalDateTime local = day.atTime(time);
            if (PublishTime.isOnNoDay(local, rules)) {
                continue;
            }
            Instant at = PublishTime.instant(local, rules, GapRule.EARLIER_OFFSET);
            LocalDateTime shown = LocalDateTime.ofInstant(at, zone);
            boolean skippedByTheClocks = rules.getValidOffsets(local).isEmpty();
            boolean right = shown.toLocalDate().equals(day)
                    && (skippedByTheClocks ? shown.isAfter(local) : shown.equals(local))
                    && at.isAfter(last);
            if (!right) {
                throw new AssertionError(local + " in " + zone + " became " + shown + " (" + at + ") after " + last);
            }
            last = at;
            happens++;
        }
        return happens;
    }

    private static List<LocalDate> days(String rule, LocalDate from, LocalDate through, ZoneId zone) {
        return SeriesRule.of(rule, from.atStartOfDay(), zone)
                .between(from.atStartOfDay().minusSeconds(1), through.atTime(23, 59), 10_000)
                .stream()
                .map(LocalDateTime::toLocalDate)
                .toList();
    }

    /// The library is asked for the time of day, too, in the nights when the clocks change.
    @ParameterizedTest
    @ValueSource(strings = {"00:00", "00:30", "01:45", "02:00", "02:30", "02:59", "03:00", "23:59"})
    void theRuleKnowsNoClocks(LocalTime time) {
        List<LocalDateTime> found = SeriesRule.of(
                        "FREQ=DAILY", LocalDate.parse("2026-01-01").atTime(time), PARIS)
                .between(LocalDateTime.parse("2026-03-27T23:59:59"), LocalDateTime.parse("2026-03-30T23:59:59"), 10);
        assertThat(found)
                .containsExactly(
                        LocalDate.parse("2026-03-28").atTime(time),
                        LocalDate.parse("2026-03-29").atTime(time),
                        LocalDate.parse("2026-03-30").atTime(time));
    }

    @ParameterizedTest
    @CsvSource({
        "FREQ=WEEKLY;BYDAY=MO;COUNT=3, 2026-11-23, 2026-11-23 2026-11-30 2026-12-07",
        "FREQ=DAILY;UNTIL=20261125, 2026-11-24, 2026-11-24 2026-11-25",
        "FREQ=DAILY;UNTIL=20261125T083000Z, 2026-11-24, 2026-11-24 2026-11-25",
        "FREQ=DAILY;UNTIL=20261125T082959Z, 2026-11-24, 2026-11-24",
        "FREQ=MONTHLY;BYDAY=-1FR;COUNT=2, 2026-11-01, 2026-11-27 2026-12-25",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;COUNT=2, 2028-02-29, 2028-02-29 2032-02-29",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;RSCALE=GREGORIAN;SKIP=BACKWARD;COUNT=2, 2028-02-29, 2028-02-29 2029-02-28",
        "FREQ=MONTHLY;BYMONTHDAY=31;RSCALE=GREGORIAN;SKIP=BACKWARD;COUNT=3, 2027-01-31, 2027-01-31 2027-02-28 2027-03-31"
    })
    void rulesMeanWhatTheStandardSays(String rule, LocalDate start, String expected) {
        List<LocalDateTime> found = SeriesRule.of(rule, start.atTime(9, 30), PARIS)
                .between(start.atStartOfDay(), LocalDateTime.parse("2040-01-01T00:00"), 20);
        assertThat(found.stream().map(LocalDateTime::toLocalDate).map(LocalDate::toString))
                .containsExactly(expected.split(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FREQ=FORTNIGHTLY | cannot be read",
                "every monday | cannot be read",
                "'' | cannot be read",
                "FREQ=HOURLY | DAILY, WEEKLY, MONTHLY or YEARLY",
                "FREQ=SECONDLY | DAILY, WEEKLY, MONTHLY or YEARLY",
                "FREQ=DAILY;BYHOUR=1,2,3;BYMINUTE=0,5,10,15,20,25,30,35,40 | more than 24 times a day",
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30 | never happens",
                "FREQ=DAILY;UNTIL=20200101 | never happens"
            })
    void whatCannotBeReadOrIsTooMuchIsRefusedWithAMend(String rule, String why) {
        assertThatThrownBy(() -> SeriesRule.of(rule, LocalDateTime.parse("2026-11-23T09:30"), PARIS))
                .isInstanceOf(RuleNotUsable.class)
                .hasMessageContaining(why);
    }

    @Test
    void aCountGoesOnBeingCountedFromTheStart() {
        SeriesRule rule = SeriesRule.of("FREQ=DAILY;COUNT=5", LocalDateTime.parse("2026-11-01T09:30"), PARIS);
        assertThat(rule.between(LocalDateTime.parse("2026-11-03T12:00"), LocalDateTime.parse("2027-01-01T00:00"), 99))
                .hasSize(2);
    }
}
