package org.gazouillis.web.dashboard;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gazouillis.dashboard.Axis;
import org.gazouillis.dashboard.Period;
import org.gazouillis.dashboard.Pivot;
import org.gazouillis.dashboard.PivotOrder;
import org.gazouillis.dashboard.PivotQuestion;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.rollup.Crowd;
import org.gazouillis.rollup.Interest;
import org.gazouillis.rollup.Measure;
import org.gazouillis.rollup.Tally;
import org.gazouillis.rollup.Totals;
import org.gazouillis.rollup.Window;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.i18n.Messages;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExploreOnPagesTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final VisibleBrand NORD =
            new VisibleBrand(new BrandId(1), "nord", "Nord", PARIS, "", "fr", List.of());

    @Test
    void theAddressKeepsAllThatThePageShows() {
        String state = "scope=all&period=custom&from=2026-11-01&to=2026-11-02&window=post&rows=hashtag&columns=weekday"
                + "&measures=reach%2Cclicks&show=clicks&q=caf%C3%A9+-%23x&top=50&sort=in%3A3&reverse=true";
        ExploreAddress address = ExploreAddress.parse(state, "nord");
        assertThat(address.state()).isEqualTo(state);
        assertThat(address).hasToString("/dashboard/explore?brand=nord&" + state);
        assertThat(address.posts("été", "3"))
                .startsWith("/dashboard/explore-posts?brand=nord&scope=all")
                .endsWith("&row=%C3%A9t%C3%A9&column=3")
                .doesNotContain("sort=");
    }

    @Test
    void nonsenseBecomesWhatANewcomerSees() {
        assertThat(ExploreAddress.parse(
                        "rows=weather&columns=hour_of_week&measures=clout,followers&top=7&period=custom&from=x&window=y&%",
                        "nord"))
                .isEqualTo(ExploreAddress.parse("", "nord"));
        assertThat(ExploreAddress.parse("rows=day&columns=day", "nord").columns())
                .isNull();
    }

    @Test
    void boxesThatAreTickedAreAList() {
        ExploreAddress address = ExploreAddress.read(Map.of("measures", List.of("likes", "clicks", "likes")), "nord");
        assertThat(address.measures()).containsExactly(Measure.LIKES, Measure.CLICKS);
    }

    @Test
    void theOrderIsReadFromAWord() {
        List<Measure> measures = List.of(Measure.REACH, Measure.CLICKS);
        assertThat(order("", false, Axis.HASHTAG, measures)).isEqualTo(PivotOrder.most(Measure.REACH));
        assertThat(order("", false, Axis.DAY, measures)).isEqualTo(PivotOrder.NATURAL);
        assertThat(order("name", true, Axis.HASHTAG, measures)).isEqualTo(new PivotOrder(null, null, true));
        assertThat(order("clicks", true, Axis.DAY, measures)).isEqualTo(new PivotOrder(Measure.CLICKS, null, false));
        assertThat(order("in:fr", false, Axis.DAY, measures)).isEqualTo(new PivotOrder(Measure.REACH, "fr", true));
    }

    @Test
    void aTableShadesItsFiguresSortsByItsHeadsAndLeadsToItsPosts() {
        ExploreTable table = table("rows=hashtag&measures=impressions,click_rate", null);
        assertThat(table.headings()).extracting(ExploreTable.Heading::sorted).containsExactly("descending", "none");
        assertThat(table.headings().getFirst().link()).contains("sort=impressions&reverse=true");
        assertThat(table.rows())
                .extracting(ExploreTable.Row::label)
                .containsExactly("#spring", "No hashtag", "On no post (links elsewhere)", "3 others");
        assertThat(table.rows().getFirst().link()).contains("/dashboard/explore-posts?", "&row=spring");
        assertThat(table.rows().getFirst().fields())
                .extracting(ExploreTable.Field::text)
                .containsExactly("1,000", "1%");
        assertThat(table.rows())
                .extracting(row -> row.fields().getFirst().shade())
                .containsExactly("heat-5", "heat-1", "", "heat-3");
        assertThat(table.rows().get(2).fields().getLast().text())
                .as("nothing can be divided")
                .isEqualTo("–");
        assertThat(table.rows()).extracting(ExploreTable.Row::link).element(2).isEqualTo("");
        assertThat(table.rows().getLast().link()).isEmpty();
        assertThat(table.total().fields().getFirst().text()).isEqualTo("1,234");
    }

    @Test
    void besideColumnsTheMeasureThatIsShownStandsInEach() {
        ExploreTable table = table("rows=hashtag&columns=weekday&measures=impressions,clicks", Axis.WEEKDAY);
        assertThat(table.headings()).extracting(ExploreTable.Heading::label).containsExactly("Monday", "Total");
        assertThat(table.headings().getFirst().link()).contains("sort=in%3A1");
        assertThat(table.rows().getFirst().fields().getFirst().link()).contains("&row=spring&column=1");
        assertThat(table.total().fields().getFirst().link())
                .contains("&column=1")
                .doesNotContain("&row=");
    }

    @Test
    void keysAreWrittenInTheReadersLanguage() {
        AxisText french = new AxisText(Locale.FRENCH, Messages.of(Locale.FRENCH));
        assertThat(french.label(Axis.LANGUAGE, head("en"), 0)).isEqualTo("anglais");
        assertThat(french.label(Axis.HOUR_OF_WEEK, head("1-09"), 0)).isEqualTo("lun. 09:00");
        assertThat(french.label(Axis.MONTH, head("2026-11"), 0)).isEqualTo("novembre 2026");
        assertThat(french.label(Axis.CAMPAIGN, head("17"), 0)).isEqualTo("Supprimé");
        for (Axis axis : Axis.values()) {
            assertThat(french.name(axis)).doesNotContain("???");
        }
        for (Axis axis : List.of(Axis.CAMPAIGN, Axis.HASHTAG, Axis.LANGUAGE, Axis.AUTHOR)) {
            assertThat(french.label(axis, head(Axis.NONE), 0)).doesNotContain("???");
        }
    }

    private static PivotOrder order(String by, boolean reverse, Axis rows, List<Measure> measures) {
        return new PivotSort(by, reverse).order(rows, measures, measures.getFirst());
    }

    private static ExploreTable table(String state, @Nullable Axis columns) {
        ExploreAddress address = ExploreAddress.parse(state, "nord");
        Instant now = Instant.parse("2026-11-23T08:00:00Z");
        PivotQuestion question = new PivotQuestion(
                List.of(new PivotQuestion.Slice(NORD, Period.lastDays(7, PARIS, now))),
                Axis.HASHTAG,
                columns,
                Window.ACTIVITY,
                address.measures(),
                "",
                Map.of(),
                PivotOrder.most(Measure.IMPRESSIONS),
                2);
        List<Totals> cells = columns == null ? List.of() : List.of(totals(1_000, 10));
        List<Totals> none = columns == null ? List.of() : List.of(totals(0, 0));
        Pivot pivot = new Pivot(
                question,
                Map.of(),
                columns == null ? List.of() : List.of(head("1")),
                List.of(
                        new Pivot.Line(head("spring"), cells, totals(1_000, 10)),
                        new Pivot.Line(head(Axis.NONE), none, totals(5, 0)),
                        new Pivot.Line(head(Axis.ELSEWHERE), none, totals(0, 3)),
                        new Pivot.Line(head(Axis.OTHERS), none, totals(500, 0))),
                3,
                0,
                cells,
                totals(1_234, 13),
                now,
                true);
        AxisText axes = new AxisText(Locale.ENGLISH, Messages.of(Locale.ENGLISH));
        return ExploreTable.of(pivot, new ExploreTable.Look(address, axes, new FigureText(Locale.ENGLISH)));
    }

    private static Totals totals(long views, long clicks) {
        return new Totals(new Tally(views, 0, 0, 0, 0, 0, clicks, 0, Interest.NONE), Crowd.NOBODY, 0, null);
    }

    private static Pivot.Head head(String key) {
        return new Pivot.Head(key, null);
    }
}
