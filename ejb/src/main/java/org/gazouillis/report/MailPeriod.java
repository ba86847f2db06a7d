package org.gazouillis.report;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;

/// Which days a mailed report covers: whole ones, none of them later than the day before it goes out.
public enum MailPeriod {
    /// The day before.
    DAY("day") {
        @Override
        Days before(LocalDate today) {
            return last(today, 1);
        }
    },
    /// The last week, Monday to Sunday.
    WEEK("week") {
        @Override
        Days before(LocalDate today) {
            LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            return new Days(monday.minusWeeks(1), monday.minusDays(1));
        }
    },
    /// The last month of the calendar.
    MONTH("month") {
        @Override
        Days before(LocalDate today) {
            LocalDate first = today.withDayOfMonth(1);
            return new Days(first.minusMonths(1), first.minusDays(1));
        }
    },
    DAYS_7("7d") {
        @Override
        Days before(LocalDate today) {
            return last(today, 7);
        }
    },
    DAYS_28("28d") {
        @Override
        Days before(LocalDate today) {
            return last(today, 28);
        }
    },
    DAYS_30("30d") {
        @Override
        Days before(LocalDate today) {
            return last(today, 30);
        }
    };

    private final String key;

    MailPeriod(String key) {
        this.key = key;
    }

    /// From the first day to the last, both included.
    record Days(LocalDate first, LocalDate last) {}

    abstract Days before(LocalDate today);

    /// `day`, `week`, `month`, `7d`, `28d` or `30d`.
    public String key() {
        return key;
    }

    /// @throws ReportRefused when there is none of this name
    public static MailPeriod named(String key) {
        return Arrays.stream(values())
                .filter(period -> period.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new ReportRefused(
                        "period", "There is no period '" + key + "'. Say day, week, month, 7d, 28d or 30d."));
    }

    private static Days last(LocalDate today, int days) {
        return new Days(today.minusDays(days), today.minusDays(1));
    }
}
