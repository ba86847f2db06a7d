package org.gazouillis.web.dashboard;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Objects;
import org.gazouillis.dashboard.Axis;
import org.gazouillis.dashboard.Pivot;
import org.gazouillis.web.i18n.LocalFormat;
import org.gazouillis.web.i18n.Messages;

/// Writes dimensions and their keys in the reader's language.
record AxisText(Locale locale, Messages words) {
    String name(Axis axis) {
        return words.text("explore.axis." + axis.key());
    }

    /// @param others how many stand behind [Axis#OTHERS]
    String label(Axis axis, Pivot.Head head, int others) {
        return switch (head.key()) {
            case Axis.NONE -> words.text("explore.none." + axis.key());
            case Axis.ELSEWHERE -> words.text("explore.elsewhere");
            case Axis.OTHERS -> words.text("explore.others", others);
            default -> of(axis, head);
        };
    }

    private String of(Axis axis, Pivot.Head head) {
        String key = head.key();
        return switch (axis) {
            case HASHTAG -> "#" + key;
            case LANGUAGE -> Locale.of(key).getDisplayLanguage(locale);
            case MEDIA -> words.text("explore.media." + key);
            case HOUR -> DateTimeFormatter.ofPattern("EEE d MMM HH:mm", locale).format(OffsetDateTime.parse(key));
            case DAY -> DateTimeFormatter.ofPattern("EEE d MMM", locale).format(LocalDate.parse(key));
            case WEEK -> words.text("explore.week", date(LocalDate.parse(key)));
            case MONTH -> DateTimeFormatter.ofPattern("LLLL uuuu", locale).format(YearMonth.parse(key));
            case WEEKDAY -> day(key, TextStyle.FULL);
            case HOUR_OF_DAY -> key + ":00";
            case HOUR_OF_WEEK -> day(key.substring(0, 1), TextStyle.SHORT) + " " + key.substring(2) + ":00";
            case BRAND, CAMPAIGN, ACCOUNT, AUTHOR, STATUS ->
                Objects.requireNonNullElseGet(head.name(), () -> words.text("explore.gone"));
        };
    }

    private String date(LocalDate day) {
        return LocalFormat.date(FormatStyle.MEDIUM).withLocale(locale).format(day);
    }

    private String day(String number, TextStyle style) {
        return DayOfWeek.of(Integer.parseInt(number)).getDisplayName(style, locale);
    }
}
