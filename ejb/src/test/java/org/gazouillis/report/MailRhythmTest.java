package org.gazouillis.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.gazouillis.report.MailRhythm.Due;
import org.gazouillis.report.MailRhythm.Every;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MailRhythmTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final List<String> ZONES = List.of(
            "Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Africa/Casablanca", "UTC");

    @Test
    void eightOClockStaysEightOClockWhenTheClocksGoForwardAndBack() {
        assertThat(at(weekly("sunday", "08:00"), "2027-03-20T00:00:00Z", 2))
                .containsExactly("2027-03-21T07:00:00Z", "2027-03-28T06:00:00Z");
        assertThat(at(weekly("sunday", "08:00"), "2026-10-17T00:00:00Z", 2))
                .containsExactly("2026-10-18T06:00:00Z", "2026-10-25T07:00:00Z");
    }

    @Test
    void aTimeThatTheClocksSkipIsTheFirstInstantAfterThem() {
        assertThat(at(daily("02:30"), "2027-03-27T12:00:00Z", 2))
                .containsExactly("2027-03-28T01:00:00Z", "2027-03-29T00:30:00Z");
    }

    @Test
    void aTimeThatComesTwiceIsTheEarlierAndComesOnce() {
        assertThat(at(daily("02:30"), "2026-10-24T12:00:00Z", 2))
                .containsExactly("2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z");
        assertThat(at(daily("02:30"), "2026-10-25T00:45:00Z", 1))
                .as("the clocks show 02:15 once more a little later")
                .containsExactly("2026-10-26T01:30:00Z");
    }

    @Test
    void monthsHaveTheirDayOrTheirLast() {
        assertThat(at(new MailRhythm(Every.MONTH, "28", LocalTime.of(8, 0)), "2027-02-01T00:00:00Z", 2))
                .containsExactly("2027-02-28T07:00:00Z", "2027-03-28T06:00:00Z");
        assertThat(at(new MailRhythm(Every.MONTH, "last", LocalTime.of(8, 0)), "2028-01-31T12:00:00Z", 2))
                .containsExactly("2028-02-29T07:00:00Z", "2028-03-31T06:00:00Z");
    }

    @Test
    void aDayThatACalendarLeavesOutIsLeftOut() {
        assertThat(daily("08:00").next(Instant.parse("2011-12-29T20:00:00Z"), ZoneId.of("Pacific/Apia"), 2))
                .extracting(due -> due.local().toLocalDate())
                .containsExactly(LocalDate.of(2011, 12, 31), LocalDate.of(2012, 1, 1));
    }

    @Test
    void afterAStandstillOnlyTheNewestTimeIsMade() {
        var planned = new Due(LocalDateTime.parse("2026-11-02T08:00"), Instant.parse("2026-11-02T07:00:00Z"));
        assertThat(weekly("monday", "08:00").latest(planned, Instant.parse("2026-11-25T12:00:00Z"), PARIS))
                .extracting(due -> due.at().toString())
                .isEqualTo("2026-11-23T07:00:00Z");
        assertThat(weekly("monday", "08:00").latest(planned, Instant.parse("2026-11-02T07:00:10Z"), PARIS))
                .isEqualTo(planned);
        assertThat(new MailRhythm(Every.MONTH, "last", LocalTime.NOON)
                        .latest(planned, Instant.parse("2029-05-15T12:00:00Z"), PARIS)
                        .local())
                .isEqualTo(LocalDateTime.parse("2029-04-30T12:00"));
    }

    @Test
    void periodsAreWholeDaysBefore() {
        LocalDate wednesday = LocalDate.of(2028, 3, 1);
        assertThat(MailPeriod.DAY.before(wednesday)).isEqualTo(days("2028-02-29", "2028-02-29"));
        assertThat(MailPeriod.WEEK.before(wednesday)).isEqualTo(days("2028-02-21", "2028-02-27"));
        assertThat(MailPeriod.WEEK.before(LocalDate.of(2028, 2, 28))).isEqualTo(days("2028-02-21", "2028-02-27"));
        assertThat(MailPeriod.MONTH.before(wednesday)).isEqualTo(days("2028-02-01", "2028-02-29"));
        assertThat(MailPeriod.DAYS_7.before(wednesday)).isEqualTo(days("2028-02-23", "2028-02-29"));
        assertThat(MailPeriod.DAYS_28.before(wednesday)).isEqualTo(days("2028-02-02", "2028-02-29"));
        assertThat(MailPeriod.DAYS_30.before(wednesday)).isEqualTo(days("2028-01-31", "2028-02-29"));
    }

    /// In any zone: later and later, never before now, on the right day, and at the wanted time unless clocks skip it.
    @Property(tries = 150)
    void theNextTimesAreInOrderAndAsWished(
            @ForAll @LongRange(min = 1_700_000_000L, max = 2_000_000_000L) long now,
            @ForAll @IntRange(max = 5) int zoneNumber,
            @ForAll @IntRange(max = 28) int day,
            @ForAll @IntRange(max = 1439) int minute,
            @ForAll Every every) {
        ZoneId zone = ZoneId.of(ZONES.get(zoneNumber));
        String on = every == Every.WEEK
                ? MailRhythm.weekdays().get(day % 7)
                : MailRhythm.monthdays().get(day);
        var rhythm = new MailRhythm(every, on, LocalTime.MIN.plusMinutes(minute));
        List<Due> next = rhythm.next(Instant.ofEpochSecond(now), zone, 3);
        assertThat(next).hasSize(3).allSatisfy(due -> {
            assertThat(due.at()).isAfter(Instant.ofEpochSecond(now));
            assertThat(due.local().toLocalTime()).isEqualTo(rhythm.at());
            assertThat(isOn(rhythm, due.local().toLocalDate())).isTrue();
            LocalDateTime shown = LocalDateTime.ofInstant(due.at(), zone);
            if (zone.getRules().getValidOffsets(due.local()).isEmpty()) {
                assertThat(shown).isAfter(due.local());
            } else {
                assertThat(shown).isEqualTo(due.local());
            }
        });
        assertThat(next).extracting(Due::at).isSorted().doesNotHaveDuplicates();
        assertThat(rhythm.latest(next.getFirst(), next.getLast().at(), zone)).isEqualTo(next.getLast());
    }

    private static boolean isOn(MailRhythm rhythm, LocalDate day) {
        return switch (rhythm.every()) {
            case DAY -> true;
            case WEEK -> day.getDayOfWeek().name().equalsIgnoreCase(rhythm.on());
            case MONTH ->
                day.getDayOfMonth()
                        == (rhythm.on().equals("last") ? day.lengthOfMonth() : Integer.parseInt(rhythm.on()));
        };
    }

    @Test
    void nonsenseIsRefusedWithTheWayToMendIt() {
        assertThatThrownBy(() -> weekly("someday", "08:00"))
                .isInstanceOf(ReportRefused.class)
                .hasMessageContaining("monday to sunday");
        assertThatThrownBy(() -> new MailRhythm(Every.MONTH, "29", LocalTime.NOON))
                .isInstanceOf(ReportRefused.class)
                .hasMessageContaining("28");
        assertThatThrownBy(() -> MailRhythm.time("8 o’clock"))
                .isInstanceOf(ReportRefused.class)
                .hasMessageContaining("08:00");
        assertThatThrownBy(() -> Every.named("year")).isInstanceOf(ReportRefused.class);
        assertThatThrownBy(() -> MailPeriod.named("3d")).isInstanceOf(ReportRefused.class);
    }

    @Test
    void addressesAreCheckedAndEachIsThereOnce() {
        assertThat(plan(List.of(" b@x.example", "a@x.example", "B@X.example", ""))
                        .recipients())
                .containsExactly("b@x.example", "a@x.example");
        for (String wrong : List.of(
                "anna",
                "anna@home",
                "Anna <a@x.example>",
                "a@x.example,b@x.example",
                "a..b@x.example",
                "a@x.example\nBcc: c@x.example",
                "é@x.example")) {
            assertThatThrownBy(() -> plan(List.of(wrong)))
                    .as(wrong)
                    .isInstanceOf(ReportRefused.class)
                    .hasMessageContaining("name@example.com");
        }
        assertThatThrownBy(() -> plan(List.of())).isInstanceOf(ReportRefused.class);
        List<String> many = java.util.stream.IntStream.range(0, 21)
                .mapToObj(n -> "r" + n + "@x.example")
                .toList();
        assertThatThrownBy(() -> plan(many)).isInstanceOf(ReportRefused.class);
        assertThatThrownBy(() ->
                        new MailingPlan(daily("08:00"), PARIS, MailPeriod.DAY, List.of(), List.of("a@x.example"), true))
                .isInstanceOf(ReportRefused.class)
                .hasMessageContaining("at least one file");
    }

    private static MailingPlan plan(List<String> recipients) {
        return new MailingPlan(daily("08:00"), PARIS, MailPeriod.DAY, List.of(ReportFile.PDF), recipients, true);
    }

    private static MailRhythm daily(String at) {
        return new MailRhythm(Every.DAY, "", LocalTime.parse(at));
    }

    private static MailRhythm weekly(String on, String at) {
        return new MailRhythm(Every.WEEK, on, LocalTime.parse(at));
    }

    private static List<String> at(MailRhythm rhythm, String now, int most) {
        return rhythm.next(Instant.parse(now), PARIS, most).stream()
                .map(due -> due.at().toString())
                .toList();
    }

    private static MailPeriod.Days days(String first, String last) {
        return new MailPeriod.Days(LocalDate.parse(first), LocalDate.parse(last));
    }
}
