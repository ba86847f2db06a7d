package org.gazouillis.web.schedule;

import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AskedTimeTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-27T14:30,2026-11-27T14:30",
        "2026-11-27,2026-11-27T09:00",
        "2026-11-25,2026-11-25T11:00",
        "2026-02-30T09:00,2026-11-25T11:00",
        "tomorrow,2026-11-25T11:00",
        ",2026-11-25T11:00"
    })
    void theAddressAsksAndTheNextFullHourStandsIn(String at, String expected) {
        assertThat(AskedTime.of(at, LocalDateTime.parse("2026-11-25T10:20"))).isEqualTo(expected);
    }
}
