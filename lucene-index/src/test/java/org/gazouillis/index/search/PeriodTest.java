package org.gazouillis.index.search;

import java.time.Instant;
import java.time.ZoneId;
import org.gazouillis.index.search.Period.Stretch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PeriodTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /// A Wednesday, 00:30 in Paris.
    private static final Instant NOW = Instant.parse("2026-03-31T22:30:00Z");

    @ParameterizedTest
    @CsvSource({
        "today, 2026-03-31T22:00:00Z, 2026-04-01T22:00:00Z",
        "yesterday, 2026-03-30T22:00:00Z, 2026-03-31T22:00:00Z",
        "this-week, 2026-03-29T22:00:00Z, 2026-04-05T22:00:00Z",
        // The clocks went forward on the Sunday of this week.
        "last-week, 2026-03-22T23:00:00Z, 2026-03-29T22:00:00Z",
        "this-month, 2026-03-31T22:00:00Z, 2026-04-30T22:00:00Z",
        "last-month, 2026-02-28T23:00:00Z, 2026-03-31T22:00:00Z",
        "this-year, 2025-12-31T23:00:00Z, 2026-12-31T23:00:00Z",
        "last-year, 2024-12-31T23:00:00Z, 2025-12-31T23:00:00Z",
        "last-1d, 2026-03-31T22:00:00Z, 2026-04-01T22:00:00Z",
        "last-7d, 2026-03-25T23:00:00Z, 2026-04-01T22:00:00Z",
        "last-1w, 2026-03-25T23:00:00Z, 2026-04-01T22:00:00Z",
        "last-24h, 2026-03-30T22:30:00Z, 2026-03-31T22:30:00.001Z",
        "2026-03-29, 2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z",
        "2026-03, 2026-02-28T23:00:00Z, 2026-03-31T22:00:00Z",
        "2024-02, 2024-01-31T23:00:00Z, 2024-02-29T23:00:00Z",
        "2026, 2025-12-31T23:00:00Z, 2026-12-31T23:00:00Z",
        "2026-01-31T09:30, 2026-01-31T08:30:00Z, 2026-01-31T08:31:00Z",
        "2026-01-31T09:30:15, 2026-01-31T08:30:15Z, 2026-01-31T08:30:16Z",
        "2026-01-31T09:30Z, 2026-01-31T09:30:00Z, 2026-01-31T09:31:00Z",
        "2026-01-31T09:30-05:00, 2026-01-31T14:30:00Z, 2026-01-31T14:31:00Z",
        // The clocks skip this hour.
        "2026-03-29T02:30, 2026-03-29T01:30:00Z, 2026-03-29T01:31:00Z",
        // There are two hours of this name.
        "2026-10-25T02:30, 2026-10-25T00:30:00Z, 2026-10-25T00:31:00Z"
    })
    void timesAreThoseOfTheAskersZone(String written, Instant from, Instant to) {
        Stretch stretch = Periods.read(new Lexeme(Lexeme.Kind.WORD, written, 0, written.length()), written)
                .at(PARIS, NOW);
        assertThat(Instant.ofEpochMilli(stretch.from())).isEqualTo(from);
        assertThat(Instant.ofEpochMilli(stretch.to())).isEqualTo(to);
    }
}
