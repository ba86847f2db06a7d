package org.gazouillis.index.search;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/// A stretch of time as it is written; when it is depends on the asker's zone and on the moment of asking.
sealed interface Period {

    /// From the beginning of `from` to the beginning of `to`.
    record Days(LocalDate from, LocalDate to) implements Period {
        @Override
        public Stretch at(ZoneId zone, Instant now) {
            return new Stretch(start(from, zone), start(to, zone));
        }

        private static long start(LocalDate day, ZoneId zone) {
            return day.atStartOfDay(zone).toInstant().toEpochMilli();
        }
    }

    /// The minute or second of a clock.
    ///
    /// @param offset null for the asker's zone. There, an hour that the clocks skip is the one after it, and of two
    /// hours of one name the first is meant
    record Clocked(
            LocalDateTime from, Duration length, @Nullable ZoneOffset offset) implements Period {
        @Override
        public Stretch at(ZoneId zone, Instant now) {
            long start = from.atZone(offset == null ? zone : offset).toInstant().toEpochMilli();
            return new Stretch(start, start + length.toMillis());
        }
    }

    /// A unit of the calendar that is `back` before the present one; weeks begin on Monday.
    record Present(ChronoUnit unit, int back) implements Period {
        @Override
        public Stretch at(ZoneId zone, Instant now) {
            LocalDate first = first(LocalDate.ofInstant(now, zone)).minus(back, unit);
            return new Days(first, first.plus(1, unit)).at(zone, now);
        }

        private LocalDate first(LocalDate today) {
            return switch (unit) {
                case WEEKS -> today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                case MONTHS -> today.withDayOfMonth(1);
                case YEARS -> today.withDayOfYear(1);
                default -> today;
            };
        }
    }

    /// So many whole days, the present one included.
    record LastDays(int days) implements Period {
        @Override
        public Stretch at(ZoneId zone, Instant now) {
            LocalDate today = LocalDate.ofInstant(now, zone);
            return new Days(today.minusDays(days - 1L), today.plusDays(1)).at(zone, now);
        }
    }

    /// So many times sixty minutes, up to now.
    record LastHours(int hours) implements Period {
        @Override
        public Stretch at(ZoneId zone, Instant now) {
            return new Stretch(now.minus(Duration.ofHours(hours)).toEpochMilli(), now.toEpochMilli() + 1);
        }
    }

    Stretch at(ZoneId zone, Instant now);

    /// Whether it depends on the moment of asking.
    default boolean isRelative() {
        return this instanceof Present || this instanceof LastDays || this instanceof LastHours;
    }

    /// Milliseconds since 1970, in `[from, to)`.
    record Stretch(long from, long to) {}
}
