package org.gazouillis.reports.table;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneRules;

/// ISO 8601 with offset and seconds, the fraction in groups of three digits and only when there is one. Written by
/// hand because `DateTimeFormatter` was the dearest part of an export: three instants a row, a million rows.
final class InstantText {
    private final ZoneRules rules;
    private final StringBuilder text = new StringBuilder(35);

    InstantText(ZoneId zone) {
        rules = zone.getRules();
    }

    CharSequence of(Instant instant) {
        var offset = rules.getOffset(instant);
        var local = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), offset);
        text.setLength(0);
        date(local);
        text.append('T');
        two(local.getHour()).append(':');
        two(local.getMinute()).append(':');
        two(local.getSecond());
        fraction(local.getNano());
        return text.append(offset.getId());
    }

    private void date(LocalDateTime local) {
        var year = local.getYear();
        if (year < 1000 || year > 9999) {
            text.append(local.toLocalDate()); // rare, and ISO 8601 has its own rules for such years
            return;
        }
        text.append(year).append('-');
        two(local.getMonthValue()).append('-');
        two(local.getDayOfMonth());
    }

    private StringBuilder two(int number) {
        return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    private void fraction(int nanos) {
        if (nanos == 0) {
            return;
        }
        text.append('.');
        three(nanos / 1_000_000);
        if (nanos % 1_000_000 != 0) {
            three(nanos / 1_000 % 1_000);
        }
        if (nanos % 1_000 != 0) {
            three(nanos % 1_000);
        }
    }

    private void three(int number) {
        text.append((char) ('0' + number / 100));
        two(number % 100);
    }
}
