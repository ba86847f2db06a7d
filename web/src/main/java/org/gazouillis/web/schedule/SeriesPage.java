package org.gazouillis.web.schedule;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.format.FormatStyle;
import java.util.List;
import org.gazouillis.kernel.SeriesId;
import org.gazouillis.schedule.DaysOff;
import org.gazouillis.schedule.SeriesReader;
import org.gazouillis.schedule.SeriesSheet;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.i18n.LocalFormat;
import org.gazouillis.web.shell.Shell;

/// `/schedule/series?brand=&open=`: a brand's series, one of them opened with its next occurrences, and the days off.
@Named
@RequestScoped
public class SeriesPage {
    private static final int SHOWN = 20;

    @Inject
    private Shell shell;

    @Inject
    private SeriesReader reader;

    @Inject
    private DaysOff daysOff;

    @Inject
    private HttpServletRequest request;

    @SuppressWarnings("NullAway.Init")
    private VisibleBrand brand;

    private List<SeriesRowText> rows = List.of();
    private List<DayRow> days = List.of();
    private String open = "";

    /// The view action.
    public void read() {
        brand = shell.brandOrFirst();
        String wanted = request.getParameter("open");
        open = wanted == null ? "" : wanted;
        rows = reader.of(brand.id()).stream().map(this::row).toList();
        days = daysOff.of(brand.id()).stream()
                .map(each -> new DayRow(
                        each.day().toString(),
                        LocalFormat.date(FormatStyle.FULL)
                                .withLocale(shell.getLocale())
                                .format(each.day()),
                        each.name()))
                .toList();
    }

    private SeriesRowText row(SeriesSheet sheet) {
        boolean shown = sheet.id().toString().equals(open);
        return SeriesRowText.of(sheet, shown ? occurrences(sheet.id()) : List.of(), shell.texts());
    }

    private List<OccurrenceRow> occurrences(SeriesId id) {
        return reader.coming(id, SHOWN).stream()
                .map(each -> OccurrenceRow.of(each, shell.texts()))
                .toList();
    }

    /// A day off in words.
    public record DayRow(String day, String shown, String name) {}

    public VisibleBrand getBrand() {
        return brand;
    }

    public List<SeriesRowText> getRows() {
        return rows;
    }

    public List<DayRow> getDays() {
        return days;
    }

    /// Id of the series whose occurrences are shown; empty when none is.
    public String getOpen() {
        return open;
    }

    public boolean isSaved() {
        return "saved".equals(request.getParameter("done"));
    }

    public boolean isMayPlan() {
        return shell.may(brand.id(), "PUBLISH");
    }
}
