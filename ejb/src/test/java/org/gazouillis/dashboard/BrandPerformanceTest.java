package org.gazouillis.dashboard;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class BrandPerformanceTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T10:00:00Z, 2026-11-23T10:00:30Z, false", // the seconds that counting always takes
        "2026-11-23T10:00:00Z, 2026-11-23T10:02:00Z, true",
        "2026-08-28T00:00:00Z, 2026-11-23T10:02:00Z, true", // a first start
        "2026-11-24T00:00:00Z, 2026-11-25T10:00:00Z, false", // the day is over and counted
        "2026-11-23T23:50:00Z, 2026-11-25T10:00:00Z, true"
    })
    void figuresAreBehindWhileSomethingOfThePeriodIsNotCounted(Instant asOf, Instant now, boolean behind) {
        Period day = Period.ofDays(DAY, DAY, ZoneOffset.UTC);
        assertThat(new BrandPerformance(day, Step.DAY, asOf, null, List.of()).behind(now))
                .isEqualTo(behind);
    }
}
