package org.gazouillis.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/// How a report speaks: words, numbers and times of its language, spelt by patterns of our own. Those of the Java
/// runtime change with its version, and with them the bytes of a report.
final class ReportWords {
    private static final ResourceBundle.Control OWN_LANGUAGE_ONLY =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final String MISSING = "–";

    private final ResourceBundle words;
    private final ZoneId zone;

    ReportWords(Locale language, ZoneId zone) {
        words = ResourceBundle.getBundle(
                "org.gazouillis.report.report", language, ReportWords.class.getClassLoader(), OWN_LANGUAGE_ONLY);
        this.zone = zone;
    }

    String word(String key, Object... filling) {
        return filling.length == 0
                ? words.getString(key)
                : new MessageFormat(words.getString(key), Locale.ROOT).format(filling);
    }

    /// `1,010` or `1 010`; a dash for what nobody knows.
    String count(@Nullable Long number) {
        if (number == null) {
            return MISSING;
        }
        var digits = new StringBuilder(Long.toString(number));
        for (int at = digits.length() - 3; at > 0; at -= 3) {
            digits.insert(at, words.getString("group"));
        }
        return digits.toString();
    }

    /// A share as per cent with one decimal; a dash when there is nothing to divide by.
    String share(@Nullable Long part, @Nullable Long whole) {
        if (part == null || whole == null || whole == 0) {
            return MISSING;
        }
        String number = BigDecimal.valueOf(part)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_EVEN)
                .toPlainString();
        return word("percent", number.replace(".", words.getString("decimal")));
    }

    /// `14 July 2026`, `1er juillet 2026`.
    String day(LocalDate day) {
        return dayOfMonth(day) + " " + month(day) + " " + day.getYear();
    }

    /// `14 Jul`, below a bar.
    String shortDay(LocalDate day) {
        return day.getDayOfMonth() + " " + words.getString("short-month." + day.getMonthValue());
    }

    /// `14 July 2026, 09:00`, in the zone of the report.
    String moment(@Nullable Instant at) {
        if (at == null) {
            return MISSING;
        }
        var local = at.atZone(zone);
        return day(local.toLocalDate()) + ", " + two(local.getHour()) + ":" + two(local.getMinute());
    }

    /// Both days; one, when they are the same.
    String period(LocalDate first, LocalDate last) {
        return first.equals(last) ? day(first) : word("period", day(first), day(last));
    }

    private String dayOfMonth(LocalDate day) {
        return day.getDayOfMonth() == 1 ? words.getString("first") : Integer.toString(day.getDayOfMonth());
    }

    private String month(LocalDate day) {
        return words.getString("month." + day.getMonthValue());
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
