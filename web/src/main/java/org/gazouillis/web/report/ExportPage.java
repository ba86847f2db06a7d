package org.gazouillis.web.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gazouillis.dashboard.Period;
import org.gazouillis.dashboard.PeriodNotReadable;
import org.gazouillis.report.EngagementExport;
import org.gazouillis.report.ExportJobs;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/// `/report/export?brand=&period=&from=&to=`: choose what goes into the engagement report, then save it.
@Named
@RequestScoped
public class ExportPage {
    private static final Map<String, Integer> PERIODS = new LinkedHashMap<>();
    private static final String FIRST = "28d";

    static {
        PERIODS.put("7d", 7);
        PERIODS.put(FIRST, 28);
        PERIODS.put("90d", 90);
    }

    @Inject
    private Shell shell;

    @Inject
    private Clock clock;

    @Inject
    private ExportJobs jobs;

    private @Nullable View view;
    private boolean many;

    /// @param word `7d`, `28d`, `90d`, or `custom` when the address names two days
    private record View(VisibleBrand brand, String word, Period period) {}

    /// One of the usual periods.
    public record Preset(String label, String link, boolean current) {}

    /// A column of the file, what it means, and how the buttons that move it are called.
    public record ColumnNote(String name, String meaning, String up, String down) {}

    /// A format of the file, by its name in addresses.
    public record FormatChoice(String word, String label) {}

    /// The view action: reads the address. Nonsense in it falls back to 28 days.
    public void read() {
        Map<String, String> address =
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        VisibleBrand brand = shell.brandOrFirst();
        Period named = named(brand, address.get("from"), address.get("to"));
        String word = PERIODS.containsKey(address.getOrDefault("period", FIRST))
                ? address.getOrDefault("period", FIRST)
                : FIRST;
        view = named == null
                ? new View(brand, word, Period.lastDays(PERIODS.getOrDefault(word, 28), brand.zone(), clock.instant()))
                : new View(brand, "custom", named);
        many = isAllowed() && jobs.isLong(brand.id(), view().period().range());
    }

    private @Nullable Period named(VisibleBrand brand, @Nullable String from, @Nullable String to) {
        if (from == null || to == null || from.isBlank() || to.isBlank()) {
            return null;
        }
        try {
            return Period.parse(from, to, brand.zone(), clock.instant());
        } catch (PeriodNotReadable nonsense) {
            return null;
        }
    }

    private View view() {
        View read = view;
        if (read == null) {
            throw new IllegalStateException("the view action has not read the address");
        }
        return read;
    }

    public VisibleBrand getBrand() {
        return view().brand();
    }

    public boolean isAllowed() {
        return shell.may(view().brand().id(), "EXPORT");
    }

    /// Whether so many rows are better left to the background.
    public boolean isLong() {
        return many;
    }

    /// "This period has more than 20,000 posts …"
    public String getLongNote() {
        return shell.texts()
                .text(
                        "exports.long",
                        NumberFormat.getIntegerInstance(shell.getLocale()).format(ExportJobs.MANY_ROWS));
    }

    /// "{0} of {1} rows, {2} MB", for the script.
    public String getProgressPattern() {
        return shell.texts().text("exports.progress", "{0}", "{1}", "{2}");
    }

    /// Where the form leads: the file itself.
    public String getTarget() {
        return "/api/desk/v1/brands/" + view().brand().id() + "/exports/engagement";
    }

    public List<Preset> getPresets() {
        String here = "/report/export?brand=" + URLEncoder.encode(view().brand().handle(), StandardCharsets.UTF_8)
                + "&period=";
        return PERIODS.keySet().stream()
                .map(word -> new Preset(
                        shell.texts().text("export.period." + word), here + word, word.equals(view().word())))
                .toList();
    }

    /// ISO 8601, as date fields want it.
    public String getFirstDay() {
        return view().period().firstDay().toString();
    }

    public String getLastDay() {
        return view().period().lastDay().toString();
    }

    /// "Days and times are those of Europe/Paris."
    public String getZone() {
        return shell.texts().text("export.zone", view().brand().zone().getId());
    }

    public List<ColumnNote> getColumns() {
        return EngagementExport.columns().stream()
                .map(name -> new ColumnNote(
                        name,
                        shell.texts().text("export.column." + name),
                        shell.texts().text("export.columns.up", name),
                        shell.texts().text("export.columns.down", name)))
                .toList();
    }

    public List<FormatChoice> getFormats() {
        return Arrays.stream(EngagementFormat.values())
                .map(format -> new FormatChoice(format.word(), shell.texts().text("export.format." + format.word())))
                .toList();
    }
}
