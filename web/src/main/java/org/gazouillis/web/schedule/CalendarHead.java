package org.gazouillis.web.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.gazouillis.web.i18n.LocalFormat;
import org.gazouillis.web.i18n.Messages;

/// What stands above the days: which period it is, the ways to the ones beside it, and the other views of it.
///
/// @param weekdays "Mon", "Tue" … above the columns of a month
public record CalendarHead(
        String title, String previous, String next, String now, List<View> views, List<String> weekdays) {
    private static final int WEEK_DAYS = 7;

    /// One of the four views.
    public record View(String key, String label, String link, boolean shown) {}

    static CalendarHead of(CalendarAddress address, LocalDate date, DayOfWeek weekStart, Messages messages) {
        CalendarView shown = address.view();
        DateTimeFormatter weekday = DateTimeFormatter.ofPattern("EEE", messages.getLocale());
        return new CalendarHead(
                title(shown, date, weekStart, messages),
                address.at(shown.turn(date, -1)).toString(),
                address.at(shown.turn(date, 1)).toString(),
                address.at(null).toString(),
                Arrays.stream(CalendarView.values())
                        .map(view -> new View(
                                view.key(),
                                messages.text("calendar.view." + view.key()),
                                address.as(view).at(date).toString(),
                                view == shown))
                        .toList(),
                IntStream.range(0, WEEK_DAYS)
                        .mapToObj(day -> weekday.format(weekStart.plus(day)))
                        .toList());
    }

    private static String title(CalendarView view, LocalDate date, DayOfWeek weekStart, Messages messages) {
        Locale locale = messages.getLocale();
        DateTimeFormatter medium = LocalFormat.date(FormatStyle.MEDIUM).withLocale(locale);
        return switch (view) {
            case MONTH -> DateTimeFormatter.ofPattern("LLLL uuuu", locale).format(date);
            case WEEK ->
                messages.text(
                        "calendar.week",
                        medium.format(view.first(date, weekStart)),
                        medium.format(view.last(date, weekStart)));
            case DAY -> LocalFormat.date(FormatStyle.FULL).withLocale(locale).format(date);
            case LIST -> messages.text("calendar.from", medium.format(date));
        };
    }
}
