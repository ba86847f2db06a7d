package org.gazouillis.web.dashboard;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gazouillis.dashboard.BrandPerformance;
import org.gazouillis.dashboard.CampaignChoice;
import org.gazouillis.dashboard.CampaignChoices;
import org.gazouillis.dashboard.Comparison;
import org.gazouillis.dashboard.Hashtags;
import org.gazouillis.dashboard.PerformanceQuery;
import org.gazouillis.dashboard.Performances;
import org.gazouillis.dashboard.TopPosts;
import org.gazouillis.dashboard.UsedHashtag;
import org.gazouillis.rollup.Measure;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/// `/dashboard/analytics?brand=&period=&from=&to=&campaign=&tag=&measure=&bucket=&window=&against=&since=&average=`
///
/// How a brand, a campaign or a hashtag of it did in a period, against another period.
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
    private static final List<Measure> MORE = Stream.of(Measure.values())
            .filter(measure -> !TILES.contains(measure))
            .toList();

    @Inject
    private Performances performances;

    @Inject
    private TopPosts topPosts;

    @Inject
    private CampaignChoices campaignChoices;

    @Inject
    private Hashtags hashtags;

    @Inject
    private Shell shell;

    @Inject
    private Clock clock;

    private @Nullable View view;

    /// Everything the page shows, read once.
    private record View(
            VisibleBrand brand,
            AnalyticsAddress address,
            Comparison comparison,
            List<MeasureTile> tiles,
            List<MeasureTile> more,
            List<SeriesRow> series,
            List<TopPostRow> top,
            List<UsedHashtag> tags,
            List<CampaignChoice> campaigns) {
        BrandPerformance now() {
            return comparison.now();
        }

        BrandPerformance before() {
            return comparison.before();
        }
    }

    /// The view action: reads the address, then the figures.
    public void read() {
        VisibleBrand brand = shell.brandOrFirst();
        AnalyticsAddress address = AnalyticsAddress.read(
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap(), brand.handle());
        PerformanceQuery query = address.query(brand.id(), brand.zone(), clock.instant());
        Comparison comparison = performances.compare(query, address.other(query.period()));
        TimeText times = new TimeText(shell.getLocale(), brand.zone());
        view = new View(
                brand,
                address,
                comparison,
                tiles(address, comparison, TILES),
                tiles(address, comparison, MORE),
                series(address.measure(), comparison.now(), comparison.before(), times),
                topPosts.read(query, TOP).stream()
                        .map(post -> TopPostRow.of(post, figures(), times))
                        .toList(),
                hashtags.read(query),
                campaignChoices.read(brand.id()));
    }

    private List<MeasureTile> tiles(AnalyticsAddress address, Comparison comparison, List<Measure> measures) {
        return measures.stream()
                .map(measure -> MeasureTile.of(
                        measure.definition(shell.getLocale()), comparison, figures(), shell.texts(), address))
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

    /// All other measures.
    public List<MeasureTile> getMore() {
        return view().more();
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

    /// All ways to see the page that are links.
    public AnalyticsChoices getChoices() {
        return new AnalyticsChoices(view().address(), shell.texts());
    }

    /// The hashtag that is looked at, without its sign; empty when it is none.
    public String getTag() {
        return view().address().tag();
    }

    /// Hashtags on the posts of the period; beside one that is looked at, its companions.
    public List<Choice> getTags() {
        return view().tags().stream()
                .map(used -> new Choice(
                        shell.texts().text("analytics.tags.one", used.tag(), used.posts()),
                        view().address()
                                .with("campaign", "")
                                .with("tag", used.tag())
                                .toString(),
                        "",
                        false))
                .toList();
    }

    /// First day of the other period, if it was chosen by its date; else empty.
    public String getSince() {
        LocalDate since = view().address().since();
        return since == null ? "" : since.toString();
    }

    /// "3 posts on other networks are without figures"; empty when none is missing.
    public String getElsewhere() {
        long missing = view().comparison().elsewhere();
        return missing == 0 ? "" : shell.texts().text("analytics.elsewhere", missing);
    }

    /// What the window counts, in a sentence.
    public String getWindowText() {
        return view().address().window().definition(shell.getLocale());
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

    public String getWindowKey() {
        return view().address().window().key();
    }

    public String getAgainstKey() {
        return view().address().against().key();
    }

    public String getAverageKey() {
        return view().address().mean() ? "mean" : "pooled";
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

    /// Figures of the period are still to come.
    public boolean isBehind() {
        return view().now().behind(clock.instant());
    }

    /// Nothing was published and nothing was seen, and nothing is still to come.
    public boolean isEmptyHanded() {
        return !isBehind()
                && Stream.of(Measure.IMPRESSIONS, Measure.ENGAGEMENTS, Measure.POSTS_PUBLISHED)
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
