package org.gazouillis.web.dashboard;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.gazouillis.dashboard.BrandPerformance;
import org.gazouillis.dashboard.CampaignChoice;
import org.gazouillis.dashboard.CampaignChoices;
import org.gazouillis.dashboard.PerformanceQuery;
import org.gazouillis.dashboard.Performances;
import org.gazouillis.dashboard.Step;
import org.gazouillis.dashboard.TopPosts;
import org.gazouillis.rollup.Measure;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/// `/dashboard/analytics?brand=&period=&from=&to=&campaign=&measure=&bucket=`: how a brand did in a period, against
/// the period before.
@Named
@RequestScoped
public class AnalyticsPage {
    private static final int TOP = 10;
    private static final List<Measure> TILES = List.of(
            Measure.IMPRESSIONS,
            Measure.REACH,
            Measure.ENGAGEMENTS,
            Measure.ENGAGEMENT_RATE,
            Measure.FOLLOWERS,
            Measure.POSTS_PUBLISHED);

    @Inject
    private Performances performances;

    @Inject
    private TopPosts topPosts;

    @Inject
    private CampaignChoices campaignChoices;

    @Inject
    private Shell shell;

    @Inject
    private Clock clock;

    private @Nullable View view;

    /// Everything the page shows, read once.
    private record View(
            VisibleBrand brand,
            AnalyticsAddress address,
            BrandPerformance now,
            BrandPerformance before,
            List<MeasureTile> tiles,
            List<SeriesRow> series,
            List<TopPostRow> top,
            List<CampaignChoice> campaigns) {}

    /// The view action: reads the address, then the figures.
    public void read() {
        VisibleBrand brand = shell.brandOrFirst();
        AnalyticsAddress address = AnalyticsAddress.read(
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap(), brand.handle());
        PerformanceQuery query = new PerformanceQuery(
                brand.id(), address.resolve(brand.zone(), clock.instant()), address.step(), address.campaign());
        BrandPerformance now = performances.read(query);
        BrandPerformance before = performances.read(query.previous());
        TimeText times = new TimeText(shell.getLocale(), brand.zone());
        view = new View(
                brand,
                address,
                now,
                before,
                tiles(address, now, before),
                series(address.measure(), now, before, times),
                topPosts.read(query, TOP).stream()
                        .map(post -> TopPostRow.of(post, figures(), times))
                        .toList(),
                campaignChoices.read(brand.id()));
    }

    private List<MeasureTile> tiles(AnalyticsAddress address, BrandPerformance now, BrandPerformance before) {
        return TILES.stream()
                .map(measure -> MeasureTile.of(
                        measure.definition(shell.getLocale()),
                        measure.of(now.totals()),
                        measure.of(before.totals()),
                        figures(),
                        shell.texts(),
                        address))
                .toList();
    }

    /// Buckets of both periods side by side, by their place; where the clocks change, one may have an hour more.
    private List<SeriesRow> series(Measure measure, BrandPerformance now, BrandPerformance before, TimeText times) {
        List<SeriesRow> rows = new ArrayList<>();
        for (int i = 0; i < now.buckets().size(); i++) {
            BrandPerformance.Bucket bucket = now.buckets().get(i);
            Number value = measure.of(bucket.totals()).value();
            Number earlier = i < before.buckets().size()
                    ? measure.of(before.buckets().get(i).totals()).value()
                    : null;
            rows.add(new SeriesRow(
                    times.bucket(bucket.start(), now.step(), now.period().days()),
                    figures().of(measure.unit(), value),
                    figures().of(measure.unit(), earlier),
                    value,
                    earlier));
        }
        return rows;
    }

    private FigureText figures() {
        return new FigureText(shell.getLocale());
    }

    private View view() {
        View read = view;
        if (read == null) {
            throw new IllegalStateException("the view action has not read the figures");
        }
        return read;
    }

    public VisibleBrand getBrand() {
        return view().brand();
    }

    public List<MeasureTile> getTiles() {
        return view().tiles();
    }

    public List<SeriesRow> getSeries() {
        return view().series();
    }

    public List<TopPostRow> getTop() {
        return view().top();
    }

    public List<CampaignChoice> getCampaigns() {
        return view().campaigns();
    }

    public boolean isChosenCampaign(String id) {
        return view().address().campaign() != null
                && id.equals(view().address().campaign().toString());
    }

    public List<Choice> getPeriods() {
        AnalyticsAddress address = view().address();
        return Stream.of("7d", "28d", "90d")
                .map(period -> new Choice(
                        shell.texts().text("analytics.period." + period),
                        address.during(period).toString(),
                        "d " + period.charAt(0),
                        period.equals(address.period())))
                .toList();
    }

    /// Empty when the period is too long for hours.
    public List<Choice> getSteps() {
        AnalyticsAddress address = view().address();
        return !address.allowsHours()
                ? List.of()
                : Stream.of(Step.DAY, Step.HOUR)
                        .map(step -> new Choice(
                                shell.texts()
                                        .text("analytics.step." + step.name().toLowerCase(Locale.ROOT)),
                                address.by(step).toString(),
                                "",
                                step == address.step()))
                        .toList();
    }

    public String getMeasureName() {
        return measure().definition(shell.getLocale()).name();
    }

    public String getMeasureKey() {
        return measure().key();
    }

    public String getStepKey() {
        return view().address().step().key();
    }

    public String getChart() {
        return SeriesChart.json(
                getSeries(), measure(), getDays(), shell.texts().text("analytics.before.named", getDaysBefore()));
    }

    /// What the chart tells, for those who cannot see it.
    public String getChartSummary() {
        return shell.texts().text("analytics.chart", getMeasureName(), getDays());
    }

    public String getDays() {
        return times().days(view().now().period());
    }

    public String getDaysBefore() {
        return times().days(view().before().period());
    }

    public String getFirstDay() {
        return view().now().period().firstDay().toString();
    }

    public String getLastDay() {
        return view().now().period().lastDay().toString();
    }

    /// "Times of Europe/Paris. Counted until 09:10."
    public String getFreshness() {
        return shell.texts()
                .text(
                        "analytics.freshness",
                        view().brand().zone().getId(),
                        times().moment(view().now().asOf()));
    }

    /// The people who could not be named: empty when there are none.
    public String getAnonymous() {
        Number anonymous = Measure.REACH_ANONYMOUS.of(view().now().totals()).value();
        return anonymous == null || anonymous.longValue() == 0
                ? ""
                : shell.texts().text("analytics.anonymous", figures().count(anonymous.longValue()));
    }

    /// Nothing was published and nothing was seen.
    public boolean isEmptyHanded() {
        return Stream.of(Measure.IMPRESSIONS, Measure.ENGAGEMENTS, Measure.POSTS_PUBLISHED)
                .map(measure -> measure.of(view().now().totals()).value())
                .allMatch(value -> value == null || value.longValue() == 0);
    }

    private Measure measure() {
        return view().address().measure();
    }

    private TimeText times() {
        return new TimeText(shell.getLocale(), view().brand().zone());
    }
}
