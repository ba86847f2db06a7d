package org.gazouillis.web.dashboard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gazouillis.dashboard.Period;
import org.gazouillis.dashboard.Step;
import org.gazouillis.engage.ViewRules;
import org.gazouillis.rollup.Measure;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FiguresOnPagesTest {
    private static final FigureText ENGLISH = new FigureText(Locale.ENGLISH);
    private static final FigureText FRENCH = new FigureText(Locale.FRENCH);

    @Test
    void missingIsADashAndZeroIsZero() {
        assertThat(ENGLISH.of(Measure.Unit.SHARE, null)).isEqualTo("–");
        assertThat(ENGLISH.of(Measure.Unit.COUNT, 0L)).isEqualTo("0");
    }

    @Test
    void figuresAreWrittenInTheReadersLanguage() {
        assertThat(ENGLISH.of(Measure.Unit.COUNT, 12345L)).isEqualTo("12,345");
        assertThat(FRENCH.of(Measure.Unit.COUNT, 12345L)).isEqualTo("12\u202f345");
        assertThat(ENGLISH.of(Measure.Unit.SHARE, 0.0335)).isEqualTo("3.35%");
        assertThat(FRENCH.of(Measure.Unit.SHARE, 0.3351)).isEqualTo("33,5\u00a0%");
        assertThat(ENGLISH.of(Measure.Unit.RATIO, 1.5)).isEqualTo("1.5");
    }

    @Test
    void whatIsForecastIsNotWrittenMoreExactlyThanItIsKnown() {
        assertThat(ENGLISH.about(3_149)).isEqualTo("3,100");
        assertThat(ENGLISH.about(995)).isEqualTo("1,000");
        assertThat(ENGLISH.about(42)).isEqualTo("42");
        assertThat(ENGLISH.about(0)).isEqualTo("0");
    }

    @Test
    void changesAreSignedAndNothingIsComparedWithNothing() {
        assertThat(ENGLISH.change(112, 100)).isEqualTo("+12%");
        assertThat(ENGLISH.change(97, 100)).isEqualTo("−3%");
        assertThat(ENGLISH.change(100, 100)).isEqualTo("0%");
        assertThat(ENGLISH.change(5, 0)).isEqualTo("–");
    }

    @Test
    void theAddressKeepsWhatThePageShowsAndForgivesNonsense() {
        AnalyticsAddress address = AnalyticsAddress.read(
                Map.of(
                        "period",
                        "custom",
                        "from",
                        "2026-11-01",
                        "to",
                        "2026-11-02",
                        "measure",
                        "reach",
                        "bucket",
                        "hour"),
                "nord");
        assertThat(address)
                .hasToString("/dashboard/analytics?brand=nord&period=custom&measure=reach&bucket=hour"
                        + "&from=2026-11-01&to=2026-11-02");
        AnalyticsAddress nonsense = AnalyticsAddress.read(
                Map.of("period", "custom", "from", "x", "to", "2026-11-02", "measure", "clout", "campaign", "?"),
                "nord");
        assertThat(nonsense.period()).isEqualTo("7d");
        assertThat(nonsense.measure()).isEqualTo(Measure.IMPRESSIONS);
        assertThat(AnalyticsAddress.read(Map.of("period", "90d", "bucket", "hour"), "nord")
                        .step())
                .isEqualTo(Step.DAY);
    }

    @Test
    void theAddressKeepsWindowComparisonAndAverageAndChangesOneAtATime() {
        AnalyticsAddress address = AnalyticsAddress.read(
                Map.of("window", "post", "against", "year", "average", "mean", "tag", "#Spring"), "nord");
        assertThat(address)
                .hasToString("/dashboard/analytics?brand=nord&period=7d&measure=impressions&bucket=day&tag=spring"
                        + "&window=post&against=year&average=mean");
        assertThat(address.with("window", "activity").toString())
                .doesNotContain("window")
                .contains("against=year");
        assertThat(AnalyticsAddress.read(Map.of("window", "x", "against", "x", "since", "x"), "nord"))
                .isEqualTo(AnalyticsAddress.read(Map.of(), "nord"));
    }

    @Test
    void anOtherPeriodThatIsSaidByItsFirstDayIsAsLong() {
        AnalyticsAddress address = AnalyticsAddress.read(
                Map.of("period", "custom", "from", "2026-11-01", "to", "2026-11-10", "since", "2026-09-05"), "nord");
        ZoneId paris = ZoneId.of("Europe/Paris");
        Period other = address.other(address.resolve(paris, Instant.EPOCH));
        assertThat(other).isEqualTo(Period.ofDays(LocalDate.of(2026, 9, 5), LocalDate.of(2026, 9, 14), paris));
    }

    @Test
    void differencesAndErrorsBearTheirSigns() {
        assertThat(ENGLISH.difference(Measure.Unit.COUNT, -12.4)).isEqualTo("−12");
        assertThat(ENGLISH.difference(Measure.Unit.SHARE, 0.0041)).isEqualTo("+0.41%");
        assertThat(FRENCH.error(0.0131)).isEqualTo("±1,3\u00a0%");
    }

    @Test
    void aSparklineStaysInItsBox() {
        assertThat(Sparkline.points(List.of(0L, 5L, 10L))).isEqualTo("2.0,22.0 50.0,12.0 98.0,2.0");
        assertThat(Sparkline.points(List.of(0L, 0L))).isEqualTo("2.0,22.0 98.0,22.0");
    }

    @Test
    void aTextInAChartCannotEndTheScript() {
        SeriesRow row = new SeriesRow("</script>", "1", "–", 1L, null);
        assertThat(SeriesChart.json(List.of(row), Measure.REACH, "now", "before"))
                .doesNotContain("<")
                .contains("[1.0]", "[null]");
    }

    @Test
    void thePageAndTheServerAgreeOnWhatAViewIs() throws IOException {
        String script = Files.readString(Path.of("src/main/webapp/resources/app/timeline.js"));
        assertThat(script)
                .contains("VIEW_AFTER = " + ViewRules.VISIBLE_FOR.toMillis() + ";")
                .contains("intersectionRatio >= " + ViewRules.VISIBLE_SHARE)
                .contains("reports.slice(0, " + ViewRules.MOST_PER_CALL + ")");
    }
}
