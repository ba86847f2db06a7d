package org.gazouillis.web.dashboard;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.gazouillis.dashboard.Period;
import org.gazouillis.dashboard.Step;
import org.gazouillis.web.i18n.LocalFormat;

/// Writes times in the reader's language and the brand's zone.
public record TimeText(Locale locale, ZoneId zone) {
    /// Name of a bucket: `Mon 23` is a day, `14:00` an hour.
    public String bucket(ZonedDateTime start, Step step, int days) {
        String pattern = step == Step.DAY ? "EEE d MMM" : days > 1 ? "EEE d HH:mm" : "HH:mm";
        return DateTimeFormatter.ofPattern(pattern, locale).format(start);
    }

    public String day(LocalDate day) {
        return LocalFormat.date(FormatStyle.MEDIUM).withLocale(locale).format(day);
    }

    String days(Period period) {
        String first = day(period.firstDay());
        return period.days() == 1 ? first : first + " – " + day(period.lastDay());
    }

    public String moment(Instant time) {
        return LocalFormat.dateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .format(time.atZone(zone));
    }

    /// A day and time by the brand's own clock.
    String local(LocalDateTime time) {
        return LocalFormat.dateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .format(time);
    }

    String clock(Instant time) {
        return LocalFormat.time(FormatStyle.SHORT).withLocale(locale).format(time.atZone(zone));
    }

    String longDay(Instant time) {
        return LocalFormat.date(FormatStyle.FULL).withLocale(locale).format(time.atZone(zone));
    }
}
