package org.gazouillis.web.dashboard;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.gazouillis.dashboard.BrandPerformance;
import org.gazouillis.dashboard.PostReport;
import org.gazouillis.dashboard.PostReports;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.rollup.Measure;
import org.gazouillis.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/// `/dashboard/post?id=`: how one post did, with the curve of its first two days.
@Named
@RequestScoped
public class PostPage {
    private static final List<Measure> TILES = List.of(
            Measure.IMPRESSIONS,
            Measure.REACH,
            Measure.FREQUENCY,
            Measure.ENGAGEMENTS,
            Measure.ENGAGEMENT_RATE,
            Measure.ENGAGED_SHARE,
            Measure.LIKES,
            Measure.REPOSTS,
            Measure.REPLIES,
            Measure.QUOTES,
            Measure.CLICKS,
            Measure.PROFILE_CLICKS,
            Measure.HASHTAG_CLICKS,
            Measure.DETAIL_EXPANDS,
            Measure.MEDIA_ENGAGEMENTS,
            Measure.POST_FOLLOWS,
            Measure.BOOKMARKS,
            Measure.REMOVED_REPORTS);

    @Inject
    private PostReports reports;

    @Inject
    private TrialPart trial;

    @Inject
    private FlashPart flash;

    @Inject
    private Shell shell;

    private @Nullable PostReport report;

    /// The view action.
    public void read() {
        String id = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .getOrDefault("id", "");
        PostReport read = reports.read(StatusId.parse(id));
        report = read;
        trial.read(read.status(), read.brand());
        flash.read(read.status());
    }

    private PostReport report() {
        PostReport read = report;
        if (read == null) {
            throw new IllegalStateException("the view action has not read the post");
        }
        return read;
    }

    public String getText() {
        return report().text();
    }

    public String getLang() {
        return report().lang();
    }

    public String getBrand() {
        return report().brand().name();
    }

    public String getPublished() {
        return shell.texts().text("post.published", times().moment(report().createdAt()));
    }

    public String getThread() {
        return "/timeline/thread?id=" + report().status();
    }

    public String getQuotes() {
        return "/timeline/quotes?id=" + report().status();
    }

    public String getAnalytics() {
        return "/dashboard/analytics?brand=" + report().brand().handle();
    }

    public List<PostTile> getTiles() {
        return TILES.stream()
                .map(measure -> PostTile.of(
                        measure.definition(shell.getLocale()),
                        measure.of(report().whole().totals()),
                        figures()))
                .toList();
    }

    /// By the hours since it was published, each with all until its end.
    public List<LifeRow> getLife() {
        return LifeRow.of(report().createdAt(), report().life().buckets(), figures(), shell.texts());
    }

    public String getChart() {
        return LifeChart.json(getLife(), name(Measure.IMPRESSIONS), name(Measure.ENGAGEMENTS));
    }

    public String getChartSummary() {
        return shell.texts().text("post.life.summary", PostReports.LIFE.toHours());
    }

    /// How much of its impressions came in the first hour and in the first day.
    public String getPace() {
        long all = impressions(report().life().buckets().stream());
        return all == 0
                ? ""
                : shell.texts()
                        .text(
                                "post.life.pace",
                                figures().of(Measure.Unit.SHARE, within(Duration.ofHours(1)) / (double) all),
                                figures().of(Measure.Unit.SHARE, within(Duration.ofDays(1)) / (double) all));
    }

    public String getFreshness() {
        return shell.texts()
                .text(
                        "analytics.freshness",
                        report().brand().zone().getId(),
                        times().moment(report().whole().asOf()));
    }

    private long within(Duration time) {
        return impressions(report().life().buckets().stream()
                .filter(bucket ->
                        bucket.start().toInstant().isBefore(report().createdAt().plus(time))));
    }

    private static long impressions(Stream<BrandPerformance.Bucket> buckets) {
        return buckets.map(bucket -> bucket.totals())
                .mapToLong(totals -> totals == null ? 0 : totals.tally().views())
                .sum();
    }

    private String name(Measure measure) {
        return measure.definition(shell.getLocale()).name();
    }

    private FigureText figures() {
        return new FigureText(shell.getLocale());
    }

    private TimeText times() {
        return new TimeText(shell.getLocale(), report().brand().zone());
    }
}
