package org.gazouillis.web.schedule;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// The time that an address asks for a new post (`?at=2026-11-24T09:00`, or a day alone: then at nine, or at the next
/// full hour when that has passed). Nonsense, or nothing, means the next full hour.
final class AskedTime {
    private static final int MORNING = 9;
    private static final int LENGTH_OF_DATE = 10;

    private AskedTime() {}

    /// @param now by the clocks of the brand
    static LocalDateTime of(@Nullable String at, LocalDateTime now) {
        LocalDateTime nextHour = now.truncatedTo(ChronoUnit.HOURS).plusHours(1);
        if (at == null || at.isBlank()) {
            return nextHour;
        }
        try {
            LocalDateTime asked = at.length() > LENGTH_OF_DATE
                    ? LocalDateTime.parse(at)
                    : LocalDate.parse(at).atTime(MORNING, 0);
            boolean passed = at.length() == LENGTH_OF_DATE && asked.isBefore(nextHour);
            return passed && asked.toLocalDate().equals(now.toLocalDate()) ? nextHour : asked;
        } catch (DateTimeException nonsense) {
            return nextHour;
        }
    }
}
