package org.gazouillis.schedule.ical;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.gazouillis.schedule.AlmanacRefused;
import org.gazouillis.schedule.Occasion;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LayoutTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    private static final LocalDate TO = LocalDate.of(2028, 1, 1);

    @Test
    void aHolidayIsAWholeDayWhereverOneIs() {
        Occasion christmas =
                lay(event("SUMMARY:Noël", "DTSTART;VALUE=DATE:20261225")).getFirst();
        assertThat(christmas.allDay()).isTrue();
        assertThat(christmas.summary()).isEqualTo("Noël");
        assertThat(christmas.start(PARIS)).isEqualTo(LocalDateTime.of(2026, 12, 25, 0, 0));
        assertThat(christmas.start(ZoneId.of("Pacific/Apia"))).isEqualTo(LocalDateTime.of(2026, 12, 25, 0, 0));
        assertThat(christmas.lastDay(PARIS)).isEqualTo(LocalDate.of(2026, 12, 25));
    }

    @Test
    void aHolidayThatComesEveryYearIsLaidOutWithinTheTimeAsked() {
        assertThat(lay(event("SUMMARY:Fête", "DTSTART;VALUE=DATE:19800714", "RRULE:FREQ=YEARLY")))
                .extracting(each -> each.start(PARIS).toLocalDate())
                .containsExactly(LocalDate.of(2026, 7, 14), LocalDate.of(2027, 7, 14));
    }

    @Test
    void aWeeklyTimeKeepsItsHourWhenTheClocksChange() {
        List<Occasion> weekly = lay(event(
                "SUMMARY:Stand-up",
                "DTSTART;TZID=Europe/Paris:20261019T093000",
                "DTEND;TZID=Europe/Paris:20261019T100000",
                "RRULE:FREQ=WEEKLY;COUNT=3",
                "EXDATE;TZID=Europe/Paris:20261102T093000",
                "RDATE;TZID=Europe/Paris:20261103T110000"));
        assertThat(weekly)
                .extracting(each -> each.start(PARIS))
                .containsExactly(
                        LocalDateTime.of(2026, 10, 19, 9, 30),
                        LocalDateTime.of(2026, 10, 26, 9, 30),
                        LocalDateTime.of(2026, 11, 3, 11, 0));
        assertThat(weekly.getFirst().startsAt()).hasToString("2026-10-19T07:30:00Z");
        assertThat(weekly.get(1).startsAt()).hasToString("2026-10-26T08:30:00Z");
    }

    @Test
    void anOccasionThatWasMovedOrCancelledIsNotThereTwice() {
        List<Occasion> days = lay(
                event("UID:a", "SUMMARY:Lunch", "DTSTART:20261201T110000Z", "RRULE:FREQ=DAILY;COUNT=3"),
                event("UID:a", "SUMMARY:Late lunch", "RECURRENCE-ID:20261202T110000Z", "DTSTART:20261202T130000Z"),
                event(
                        "UID:a",
                        "SUMMARY:None",
                        "STATUS:CANCELLED",
                        "RECURRENCE-ID:20261203T110000Z",
                        "DTSTART:20261203T110000Z"));
        assertThat(days)
                .extracting(each -> each.summary() + " " + each.startsAt())
                .containsExactlyInAnyOrder("Lunch 2026-12-01T11:00:00Z", "Late lunch 2026-12-02T13:00:00Z");
    }

    @Test
    void aTimeWithoutAZoneIsTheClockOnTheWall() {
        Occasion dinner = lay(event("SUMMARY:Réveillon", "DTSTART:20261231T220000", "DURATION:PT4H"))
                .getFirst();
        assertThat(dinner.startsAt()).isNull();
        assertThat(dinner.start(ZoneId.of("Asia/Kathmandu"))).isEqualTo(LocalDateTime.of(2026, 12, 31, 22, 0));
        assertThat(dinner.lastDay(PARIS)).isEqualTo(LocalDate.of(2027, 1, 1));
    }

    @Test
    void aZoneThatTheFileDefinesItselfIsUsed() {
        String zone = """
            BEGIN:VTIMEZONE
            TZID:Romance Standard Time
            BEGIN:STANDARD
            DTSTART:16010101T030000
            TZOFFSETFROM:+0200
            TZOFFSETTO:+0100
            RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
            END:STANDARD
            BEGIN:DAYLIGHT
            DTSTART:16010101T020000
            TZOFFSETFROM:+0100
            TZOFFSETTO:+0200
            RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
            END:DAYLIGHT
            END:VTIMEZONE
            """;
        Occasion fair = lay(zone + event("SUMMARY:Salon", "DTSTART;TZID=Romance Standard Time:20260701T100000"))
                .getFirst();
        assertThat(fair.startsAt()).hasToString("2026-07-01T08:00:00Z");
    }

    @Test
    void longLinesAreUnfolded() {
        assertThat(lay(event("SUMMARY:Journée de la\n  propreté", "DTSTART;VALUE=DATE:20260919"))
                        .getFirst()
                        .summary())
                .isEqualTo("Journée de la propreté");
    }

    @Test
    void whatIsWrongIsToldWithItsLine() {
        assertRefused(calendar(event("SUMMARY:Bad", "DTSTART;VALUE=DATE:2026-25-12")), "Line 6", "DTSTART");
        assertRefused(
                calendar(event("SUMMARY:Nowhere", "DTSTART;TZID=Mars/Olympus:20260101T100000")), "Line 6", "Mars");
        assertRefused(calendar(event("DTSTART;VALUE=DATE:20260230")), "Line 5", "20260230");
        assertRefused(calendar(event("DTSTART:20260101T000000Z", "RRULE:FREQ=BOGUS")), "Line 6", "BOGUS");
        assertRefused(calendar(event("DTSTART:20260101T000000Z", "JUNK")), "Line 6", "malformed");
        assertRefused(calendar(event("SUMMARY:No time")), "Line 4", "DTSTART");
        assertRefused(calendar(event("DTSTART:20260101T000000Z", "RRULE:FREQ=SECONDLY")), "Line 4", "within a day");
        assertRefused("SUMMARY;DTSTART\nA;B\n", "Line 1", "BEGIN:VCALENDAR");
        assertRefused("<html>", "Line 1", "BEGIN:VCALENDAR");
        assertRefused("BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\n", "Line 3", "END:VCALENDAR");
        assertRefused(calendar(""), "no event", "VEVENT");
        assertRefused("", "Line 1", "BEGIN:VCALENDAR");
    }

    @Test
    void whatIsTooMuchIsRefused() {
        assertThatThrownBy(() -> EventFile.read(new byte[EventFile.MOST_BYTES + 1]))
                .hasMessageContaining("1 MB");
        StringBuilder many = new StringBuilder();
        for (int i = 0; i <= EventFile.MOST_EVENTS; i++) {
            many.append(event("DTSTART;VALUE=DATE:20260101"));
        }
        assertRefused(calendar(many.toString()), "2001 events", "2000");
        StringBuilder often = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            often.append(event("DTSTART;VALUE=DATE:20260101", "RRULE:FREQ=DAILY"));
        }
        assertRefused(calendar(often.toString()), "20000", "Line");
    }

    @Test
    void whatIsNotUtf8IsRefusedWithItsLine() {
        byte[] latin =
                calendar(event("SUMMARY:Noël", "DTSTART;VALUE=DATE:20261225")).getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> EventFile.read(latin))
                .isInstanceOf(AlmanacRefused.class)
                .hasMessageContaining("Line 5")
                .hasMessageContaining("UTF-8");
        byte[] marked = ("\ufeff" + calendar(event("SUMMARY:Noël", "DTSTART;VALUE=DATE:20261225")))
                .getBytes(StandardCharsets.UTF_8);
        assertThat(EventFile.read(marked).events()).hasSize(1);
    }

    private static void assertRefused(String text, String... parts) {
        assertThatThrownBy(() -> Layout.of(EventFile.read(text.getBytes(StandardCharsets.UTF_8)), FROM, TO))
                .as(text)
                .isInstanceOf(AlmanacRefused.class)
                .hasMessageContainingAll(parts);
    }

    private static List<Occasion> lay(String... events) {
        return Layout.of(EventFile.read(calendar(String.join("", events)).getBytes(StandardCharsets.UTF_8)), FROM, TO);
    }

    private static String calendar(String events) {
        return "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Test//EN\n" + events + "END:VCALENDAR\n";
    }

    private static String event(String... properties) {
        return "BEGIN:VEVENT\n" + String.join("\n", properties) + "\nEND:VEVENT\n";
    }
}
