package org.gazouillis.web.dashboard;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.rollup.Measure;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.trial.ArmCounts;
import org.gazouillis.trial.ConfidenceSequence;
import org.gazouillis.trial.Difference;
import org.gazouillis.trial.Ground;
import org.gazouillis.trial.Kept;
import org.gazouillis.trial.TrialDesk;
import org.gazouillis.trial.TrialLook;
import org.gazouillis.trial.TrialSheet;
import org.gazouillis.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/// The part of `/dashboard/post?id=` about the post's A/B test, if it has one.
@Named
@RequestScoped
public class TrialPart {
    private static final double POINTS = 100;

    @Inject
    private TrialDesk trials;

    @Inject
    private Shell shell;

    private @Nullable TrialSheet sheet;

    @SuppressWarnings("NullAway.Init")
    private VisibleBrand brand;

    private boolean endable;

    /// One of the two texts with its people.
    public record TextRow(String name, String text, String people, String acted, String rate) {}

    /// How the difference stood.
    public record CourseRow(String when, String people, String value, String low, String high) {}

    /// With the page's view action.
    void read(StatusId status, VisibleBrand of) {
        brand = of;
        sheet = trials.of(status).orElse(null);
        endable = sheet != null && trials.mayEnd(sheet);
    }

    public boolean isThere() {
        return sheet != null;
    }

    public boolean isEndable() {
        return endable;
    }

    private TrialSheet sheet() {
        return Objects.requireNonNull(sheet, "the post has no A/B test");
    }

    private TrialSheet.Facts facts() {
        return sheet().facts();
    }

    public String getPost() {
        return facts().postId().toString();
    }

    /// In a sentence or two.
    public String getState() {
        Ground ground = facts().ground();
        return ground == null
                ? text(
                        "post.trial.running",
                        moment(facts().beganAt()),
                        moment(facts().endsAt()),
                        figures().of(Measure.Unit.SHARE, facts().share()))
                : text("post.trial.ended", moment(facts().endedAt()), why(ground));
    }

    private String why(Ground ground) {
        String key = "post.trial.ground." + ground;
        return switch (ground) {
            case ALIKE -> text(key, points(facts().least()));
            case HAND -> text(key, String.valueOf(facts().endedBy()), String.valueOf(facts().kept()));
            default -> text(key);
        };
    }

    public String getCounted() {
        Instant asOf = sheet().asOf();
        return asOf == null ? text("post.trial.uncounted") : text("post.trial.counted", moment(asOf));
    }

    public List<TextRow> getTexts() {
        ArmCounts counts = sheet().counts();
        return List.of(
                row("post.trial.a", Kept.A, facts().firstText(), counts.peopleA(), counts.actedA(), counts.rateA()),
                row("post.trial.b", Kept.B, facts().text(), counts.peopleB(), counts.actedB(), counts.rateB()));
    }

    private TextRow row(String key, Kept which, String words, long people, long acted, @Nullable Double rate) {
        String name = facts().kept() == which ? text(key) + " · " + text("post.trial.kept") : text(key);
        return new TextRow(
                name,
                words,
                figures().count(people),
                figures().count(acted),
                figures().of(Measure.Unit.SHARE, rate));
    }

    public String getDifference() {
        Difference found = sheet().differenceOf(sheet().counts());
        return found == null
                ? text("post.trial.few", ConfidenceSequence.FEWEST_PEOPLE, ConfidenceSequence.FEWEST_ACTED)
                : text(
                        "post.trial.difference",
                        points(found.value()),
                        points(found.low()),
                        points(found.high()),
                        figures().of(Measure.Unit.SHARE, facts().alpha()));
    }

    public String getMeasure() {
        return text("trial.measure." + facts().measure());
    }

    public String getMeasureMeans() {
        return text("trial.measure." + facts().measure() + ".means");
    }

    public String getSureA() {
        return text("post.trial.sure", Kept.A);
    }

    public String getSureB() {
        return text("post.trial.sure", Kept.B);
    }

    /// Only looks of which something can be said.
    public List<CourseRow> getCourse() {
        return told().stream().map(this::row).toList();
    }

    private CourseRow row(TrialLook look) {
        Difference found = difference(look);
        return new CourseRow(
                moment(look.at()),
                figures().count(look.counts().peopleA()) + " / "
                        + figures().count(look.counts().peopleB()),
                points(found.value()),
                points(found.low()),
                points(found.high()));
    }

    public String getChart() {
        JsonArrayBuilder labels = Json.createArrayBuilder();
        told().forEach(look -> labels.add(moment(look.at())));
        return SeriesChart.chart(
                labels,
                Json.createArrayBuilder()
                        .add(SeriesChart.series(text("post.trial.course.value"), "c1", line(Difference::value)))
                        .add(SeriesChart.dashed(
                                SeriesChart.series(text("post.trial.course.low"), "input-line", line(Difference::low))))
                        .add(SeriesChart.dashed(SeriesChart.series(
                                text("post.trial.course.high"), "input-line", line(Difference::high)))),
                Measure.Unit.SHARE);
    }

    private List<Double> line(ToDoubleFunction<Difference> part) {
        return told().stream().map(look -> part.applyAsDouble(difference(look))).toList();
    }

    private List<TrialLook> told() {
        return sheet().looks().stream()
                .filter(look -> sheet().differenceOf(look.counts()) != null)
                .toList();
    }

    private Difference difference(TrialLook look) {
        return Objects.requireNonNull(sheet().differenceOf(look.counts()), "only looks that can be told of");
    }

    /// `+1.2`: hundredths.
    private String points(double share) {
        String size = figures().of(Measure.Unit.RATIO, Math.abs(share) * POINTS);
        return Math.abs(share) * POINTS < 0.005 ? size : (share > 0 ? "+" : "−") + size;
    }

    private String text(String key, Object... arguments) {
        return shell.texts().text(key, arguments);
    }

    private String moment(@Nullable Instant time) {
        return time == null ? FigureText.MISSING : new TimeText(shell.getLocale(), brand.zone()).moment(time);
    }

    private FigureText figures() {
        return new FigureText(shell.getLocale());
    }
}
