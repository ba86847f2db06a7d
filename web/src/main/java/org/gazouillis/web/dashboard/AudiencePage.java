package org.gazouillis.web.dashboard;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gazouillis.dashboard.AudienceReport;
import org.gazouillis.dashboard.AudienceReports;
import org.gazouillis.dashboard.HoursOfWeek;
import org.gazouillis.dashboard.Period;
import org.gazouillis.rollup.Measure;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/// `/dashboard/audience?brand=&account=&period=`: who follows, in which languages, and when readers are there.
@Named
@RequestScoped
public class AudiencePage {
    private static final String USUAL = "28d";

    @Inject
    private AudienceReports audiences;

    @Inject
    private Shell shell;

    @Inject
    private Clock clock;

    private @Nullable VisibleBrand brand;
    private VisibleBrand.@Nullable Account account;
    private @Nullable AudienceReport report;
    private String period = USUAL;

    /// Followers of a language; `share` of all of them.
    public record LanguageRow(String language, String followers, String share) {}

    /// An hour of a weekday: what was seen, in words, and `better` for the busiest ones.
    public record HourCell(String text, String title, String grade) {}

    /// A weekday with its 24 hours.
    public record WeekdayRow(String day, List<HourCell> cells) {}

    /// The view action. A period or account that there is not falls back to what a newcomer sees.
    public void read() {
        Map<String, String> query =
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        VisibleBrand asked = shell.brandOrFirst();
        String named = query.getOrDefault("period", USUAL);
        period = AnalyticsAddress.PERIODS.containsKey(named) ? named : USUAL;
        String id = query.getOrDefault("account", "");
        account = ours(asked)
                .filter(each -> each.id().toString().equals(id))
                .findFirst()
                .orElse(null);
        brand = asked;
        report = audiences.read(
                asked,
                account == null ? null : account.id(),
                Period.lastDays(AnalyticsAddress.PERIODS.getOrDefault(period, 28), asked.zone(), clock.instant()));
    }

    private AudienceReport report() {
        return Objects.requireNonNull(report, "the view action has not read the audience");
    }

    private VisibleBrand brand() {
        return Objects.requireNonNull(brand, "the view action has not found the brand");
    }

    private static Stream<VisibleBrand.Account> ours(VisibleBrand brand) {
        return brand.accounts().stream().filter(each -> each.network().equals("gazouillis"));
    }

    public String getName() {
        return account == null ? brand().name() : "@" + account.handle();
    }

    public List<Choice> getPeriods() {
        return Stream.of("7d", USUAL, "90d")
                .map(each -> new Choice(
                        shell.texts().text("analytics.period." + each),
                        address(account, each),
                        "d " + each.charAt(0),
                        each.equals(period)))
                .toList();
    }

    /// The brand as a whole and its accounts here; empty when it has only one.
    public List<Choice> getAccounts() {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice(shell.texts().text("audience.all"), address(null, period), "", account == null));
        ours(brand())
                .forEach(each ->
                        choices.add(new Choice("@" + each.handle(), address(each, period), "", each.equals(account))));
        return choices.size() > 2 ? choices : List.of();
    }

    private String address(VisibleBrand.@Nullable Account of, String during) {
        return "/dashboard/audience?brand=" + brand().handle() + "&period=" + during
                + (of == null ? "" : "&account=" + of.id());
    }

    /// Whether there is nobody to tell of.
    public boolean isNobody() {
        return report().people() == 0 && getGrowth().stream().allMatch(GrowthRow::isStill);
    }

    public String getSummary() {
        return shell.texts()
                .text(
                        "audience.summary",
                        figures().count(report().people()),
                        times().moment(report().growth().asOf()),
                        brand().zone().getId());
    }

    public List<GrowthRow> getGrowth() {
        return report().growth().buckets().stream()
                .map(bucket -> GrowthRow.of(bucket, times().day(bucket.start().toLocalDate()), figures()))
                .toList();
    }

    public String getChart() {
        JsonArrayBuilder labels = Json.createArrayBuilder();
        getGrowth().forEach(row -> labels.add(row.day()));
        return SeriesChart.chart(
                labels,
                Json.createArrayBuilder()
                        .add(SeriesChart.series(
                                shell.texts().text("audience.followers"),
                                "c1",
                                getGrowth().stream().map(GrowthRow::number).toList())),
                Measure.Unit.PEOPLE);
    }

    public List<LanguageRow> getLanguages() {
        return report().languages().stream()
                .map(each -> new LanguageRow(
                        language(each.lang()),
                        figures().count(each.followers()),
                        figures().of(Measure.Unit.SHARE, each.followers() / (double) report().people())))
                .toList();
    }

    private String language(@Nullable String lang) {
        return lang == null
                ? shell.texts().text("audience.languages.rare", AudienceReport.FEWEST_PEOPLE)
                : Locale.forLanguageTag(lang).getDisplayLanguage(shell.getLocale());
    }

    public List<String> getHours() {
        return IntStream.range(0, HoursOfWeek.HOURS)
                .mapToObj(AudiencePage::clockHour)
                .toList();
    }

    public List<WeekdayRow> getWeekdays() {
        long most = report().hours().stream()
                .mapToLong(AudienceReport.Hour::impressions)
                .max()
                .orElse(0);
        return Stream.of(DayOfWeek.values())
                .map(day -> new WeekdayRow(
                        day.getDisplayName(TextStyle.SHORT, shell.getLocale()),
                        report().hours().stream()
                                .filter(hour -> hour.day() == day)
                                .map(hour -> cell(hour, most))
                                .toList()))
                .toList();
    }

    private HourCell cell(AudienceReport.Hour hour, long most) {
        String impressions = figures().count(hour.impressions());
        boolean busy = hour.impressions() > 0 && hour.impressions() * 4 >= most * 3;
        String title = shell.texts()
                .text(
                        "audience.cell",
                        hour.day().getDisplayName(TextStyle.FULL, shell.getLocale()),
                        clockHour(hour.hour()),
                        impressions,
                        figures().count(hour.engagements()));
        return new HourCell(impressions, title, busy ? "better" : "");
    }

    private static String clockHour(int hour) {
        return (hour < 10 ? "0" : "") + hour;
    }

    private FigureText figures() {
        return new FigureText(shell.getLocale());
    }

    private TimeText times() {
        return new TimeText(shell.getLocale(), brand().zone());
    }
}
