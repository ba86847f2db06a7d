package org.gazouillis.web.dashboard;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gazouillis.dashboard.BestTimes;
import org.gazouillis.dashboard.HoursOfWeek;
import org.gazouillis.rollup.Measure;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/// `/dashboard/times?brand=`: which hours of the week did best, or that nobody can tell yet.
@Named
@RequestScoped
public class TimesPage {
    @Inject
    private BestTimes bestTimes;

    @Inject
    private Shell shell;

    private @Nullable VisibleBrand brand;
    private @Nullable HoursOfWeek hours;

    /// One hour of a weekday.
    ///
    /// @param text  its rate, or a dash when no post went out
    /// @param title what it says in words
    /// @param grade `better`, `worse` or empty
    public record HourCell(String text, String title, String grade) {}

    /// A weekday with its 24 hours.
    public record DayRow(String day, List<HourCell> cells) {}

    /// The view action.
    public void read() {
        brand = shell.brandOrFirst();
        hours = bestTimes.read(brand);
    }

    private HoursOfWeek hours() {
        HoursOfWeek read = hours;
        if (read == null) {
            throw new IllegalStateException("the view action has not read the hours");
        }
        return read;
    }

    public String getBrandName() {
        return brand == null ? "" : brand.name();
    }

    /// The verdict in a sentence.
    public String getVerdict() {
        if (!hours().isEnough()) {
            return hours().posts() < HoursOfWeek.FEWEST_POSTS
                    ? shell.texts().text("best-times.few", hours().posts(), HoursOfWeek.FEWEST_POSTS)
                    : shell.texts()
                            .text("best-times.thin", hours().posts(), BestTimes.DAYS, HoursOfWeek.FEWEST_IN_AN_HOUR);
        }
        String best = hours().best().stream()
                .map(hour -> day(hour.slot().day(), TextStyle.FULL) + " "
                        + clock(hour.slot().hour()))
                .collect(Collectors.joining(", "));
        return best.isEmpty()
                ? shell.texts().text("best-times.even")
                : shell.texts().text("best-times.best", best);
    }

    public String getNote() {
        return shell.texts()
                .text(
                        "best-times.note",
                        hours().posts(),
                        BestTimes.DAYS,
                        figures().of(Measure.Unit.SHARE, hours().rate().value()),
                        hours().period().zone().getId());
    }

    public List<String> getHours() {
        return IntStream.range(0, HoursOfWeek.HOURS).mapToObj(TimesPage::clock).toList();
    }

    public List<DayRow> getDays() {
        return Stream.of(DayOfWeek.values())
                .map(day -> new DayRow(
                        day(day, TextStyle.SHORT),
                        hours().hours().stream()
                                .filter(hour -> hour.slot().day() == day)
                                .map(this::cell)
                                .toList()))
                .toList();
    }

    private HourCell cell(HoursOfWeek.Hour hour) {
        String rate = figures().of(Measure.Unit.SHARE, hour.rate().value());
        int direction = hour.change().direction();
        String grade = direction > 0 ? "better" : direction < 0 ? "worse" : "";
        String title = shell.texts()
                .text(
                        grade.isEmpty() ? "best-times.cell" : "best-times.cell." + grade,
                        day(hour.slot().day(), TextStyle.FULL),
                        clock(hour.slot().hour()),
                        hour.posts(),
                        rate);
        return new HourCell(rate, title, grade);
    }

    private String day(DayOfWeek day, TextStyle style) {
        return day.getDisplayName(style, shell.getLocale());
    }

    private static String clock(int hour) {
        return (hour < 10 ? "0" : "") + hour;
    }

    private FigureText figures() {
        return new FigureText(shell.getLocale());
    }
}
