package org.gazouillis.web.listen;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.BinaryOperator;
import org.gazouillis.listen.Breakdown;
import org.gazouillis.web.dashboard.FigureText;
import org.gazouillis.web.i18n.LocalFormat;
import org.gazouillis.web.i18n.Messages;

/// Bars in time. Each stands where its hour, day or week is, ten units wide, so that empty ones are seen as gaps; the
/// highest is a hundred units high.
///
/// @param width of all, in units
/// @param first label of the oldest
/// @param last label of the newest
/// @param most the highest number, as text
public record BarChart(int width, String first, String last, String most, String title, List<Bar> bars) {
    private static final int WIDTH = 10;
    private static final int HEIGHT = 100;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT);

    /// @param since value of `since:` that begins with it
    /// @param until value of `until:` that ends with it
    /// @param link address of the search within it
    public record Bar(int x, int y, int height, String since, String until, String label, String count, String link) {}

    static BarChart of(Breakdown breakdown, FigureText figures, Messages texts, BinaryOperator<String> link) {
        ZonedDateTime origin = breakdown.bars().getFirst().from().atZone(breakdown.zone());
        long most =
                breakdown.bars().stream().mapToLong(Breakdown.Bar::count).max().orElse(1);
        List<Bar> bars = breakdown.bars().stream()
                .map(bar -> bar(breakdown, bar, origin, most, figures, link))
                .toList();
        return new BarChart(
                bars.getLast().x() + WIDTH,
                bars.getFirst().label(),
                bars.getLast().label(),
                figures.count(most),
                texts.text("search.breakdown." + breakdown.step().word()),
                bars);
    }

    private static Bar bar(
            Breakdown breakdown,
            Breakdown.Bar bar,
            ZonedDateTime origin,
            long most,
            FigureText figures,
            BinaryOperator<String> link) {
        ZonedDateTime from = bar.from().atZone(breakdown.zone());
        int height = Math.toIntExact(Math.max(2, HEIGHT * bar.count() / most));
        Stretch stretch = stretch(breakdown, from, figures.locale());
        return new Bar(
                Math.toIntExact(WIDTH * place(breakdown, origin, from)),
                HEIGHT - height,
                height,
                stretch.since(),
                stretch.until(),
                stretch.label(),
                figures.count(bar.count()),
                link.apply(stretch.since(), stretch.until()));
    }

    private static long place(Breakdown breakdown, ZonedDateTime origin, ZonedDateTime from) {
        return switch (breakdown.step()) {
            case HOUR -> Duration.between(origin, from).toHours();
            case DAY -> ChronoUnit.DAYS.between(origin.toLocalDate(), from.toLocalDate());
            case WEEK -> ChronoUnit.WEEKS.between(origin.toLocalDate(), from.toLocalDate());
        };
    }

    private static Stretch stretch(Breakdown breakdown, ZonedDateTime from, Locale locale) {
        LocalDate day = from.toLocalDate();
        return switch (breakdown.step()) {
            case HOUR -> {
                LocalDateTime hour = from.toLocalDateTime();
                yield new Stretch(
                        MINUTE.format(hour),
                        MINUTE.format(hour.plusMinutes(59)),
                        LocalFormat.dateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                                .withLocale(locale)
                                .format(from));
            }
            case DAY -> new Stretch(day.toString(), day.toString(), text(day, locale));
            case WEEK -> {
                LocalDate sunday = day.plusDays(6);
                yield new Stretch(day.toString(), sunday.toString(), text(day, locale) + " – " + text(sunday, locale));
            }
        };
    }

    private static String text(LocalDate day, Locale locale) {
        return LocalFormat.date(FormatStyle.MEDIUM).withLocale(locale).format(day);
    }

    private record Stretch(String since, String until, String label) {}
}
