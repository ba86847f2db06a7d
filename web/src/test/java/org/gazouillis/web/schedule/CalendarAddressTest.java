package org.gazouillis.web.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.gazouillis.compose.PostState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CalendarAddressTest {
    @Test
    void whatWasChosenStandsInTheAddressAndComesBackFromIt() {
        CalendarAddress address = CalendarAddress.read(Map.of(
                "brands", new String[] {"nord", "lune"},
                "view", new String[] {"month"},
                "date", new String[] {"2026-11-24"},
                "state", new String[] {"HELD", "FAILED", "NONSENSE"},
                "account", new String[] {"401"},
                "q", new String[] {" été & 100% "}));
        assertThat(address)
                .hasToString("/schedule/calendar?brands=lune&brands=nord&view=month&date=2026-11-24&account=401"
                        + "&state=FAILED&state=HELD&q=%C3%A9t%C3%A9+%26+100%25");
        assertThat(address.wanted()).containsExactlyInAnyOrder(PostState.HELD, PostState.FAILED);
        assertThat(address.without("state").wanted())
                .hasSize(PostState.values().length - 1)
                .doesNotContain(PostState.CANCELLED);
    }

    @Test
    void nonsenseIsWhatANewcomerSees() {
        CalendarAddress address = CalendarAddress.read(Map.of(
                "view", new String[] {"year"},
                "date", new String[] {"31/12/2026"},
                "campaign", new String[] {"spring"},
                "author", new String[] {"-1"}));
        assertThat(address).hasToString("/schedule/calendar?view=week");
    }

    @ParameterizedTest
    @CsvSource({
        "MONTH,2026-11-24,MONDAY,2026-10-26,2026-12-06",
        "MONTH,2026-11-24,SUNDAY,2026-11-01,2026-12-05",
        "MONTH,2026-02-10,SUNDAY,2026-02-01,2026-02-28",
        "WEEK,2026-11-29,MONDAY,2026-11-23,2026-11-29",
        "WEEK,2026-11-29,SUNDAY,2026-11-29,2026-12-05",
        "DAY,2026-11-24,MONDAY,2026-11-24,2026-11-24"
    })
    void aPageShowsWholeWeeks(CalendarView view, LocalDate date, DayOfWeek start, LocalDate first, LocalDate last) {
        assertThat(view.first(date, start)).isEqualTo(first);
        assertThat(view.last(date, start)).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({"fr,en-US,MONDAY", "en,en-US,SUNDAY", "en,en-GB,MONDAY", "en,fr-FR,SUNDAY", "fr,fr-CA,SUNDAY"})
    void weeksBeginAsTheReaderIsUsedTo(String language, String browser, DayOfWeek start) {
        assertThat(WeekStart.of(Locale.forLanguageTag(language), Locale.forLanguageTag(browser)))
                .isEqualTo(start);
    }
}
