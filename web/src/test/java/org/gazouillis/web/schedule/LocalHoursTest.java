package org.gazouillis.web.schedule;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LocalHoursTest {
    @ParameterizedTest
    @CsvSource({
        "2026-03-29,Europe/Paris,23",
        "2026-10-25,Europe/Paris,25",
        "2026-10-26,Europe/Paris,24",
        "2026-11-01,America/New_York,25",
        "2027-03-14,America/New_York,23",
        "2026-04-05,Australia/Lord_Howe,25",
        "2026-10-04,Australia/Lord_Howe,24",
        "2026-11-24,Asia/Kathmandu,24",
        "2011-12-29,Pacific/Apia,24",
        "2011-12-30,Pacific/Apia,0",
        "2026-02-15,Africa/Casablanca,25"
    })
    void aDayHasTheHoursThatItsClocksShow(LocalDate day, String zone, int hours) {
        assertThat(LocalHours.of(day, ZoneId.of(zone))).hasSize(hours);
    }

    @Test
    void theHourThatComesTwiceStandsTwiceInOrder() {
        assertThat(List.copyOf(LocalHours.of(LocalDate.of(2026, 10, 25), ZoneId.of("Europe/Paris"))))
                .startsWith(
                        new LocalHours.Hour(0, false),
                        new LocalHours.Hour(1, false),
                        new LocalHours.Hour(2, false),
                        new LocalHours.Hour(2, true),
                        new LocalHours.Hour(3, false));
    }
}
