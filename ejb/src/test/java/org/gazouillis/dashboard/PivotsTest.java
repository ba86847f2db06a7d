package org.gazouillis.dashboard;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.gazouillis.engage.Engagement;
import org.gazouillis.engage.Person;
import org.gazouillis.engage.Statuses;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.rollup.Measure;
import org.gazouillis.rollup.Tally;
import org.gazouillis.rollup.Window;
import org.gazouillis.security.BrandNotFound;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.testrig.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// What a pivot answers, and what it refuses.
class PivotsTest extends PivotGround {
    @Test
    void theOthersAreToldAsOneAndNobodyIsCountedTwiceAmongThem() {
        StatusId many = tagged("{one,two,three}");
        StatusId some = tagged("{two,three}");
        append(view(many, 1), view(many, 2), view(some, 1));
        Pivot pivot = read(new PivotQuestion(
                List.of(week(NORD)),
                Axis.HASHTAG,
                null,
                Window.ACTIVITY,
                MEASURES,
                "",
                Map.of(),
                new PivotOrder(Measure.IMPRESSIONS, null, false),
                1));
        assertThat(lines(pivot)).containsExactly("one 2 2", "* 3 2");
        assertThat(pivot.otherRows()).isEqualTo(2);
        assertThat(Measure.IMPRESSIONS.of(pivot.whole()).value()).isEqualTo(3L);
    }

    @Test
    void clicksOnNoPostStandElsewhereAndTheWholeIsTheBrands() {
        StatusId status = tagged("{one}");
        append(view(status, 1));
        world.worker().useHandle(handle -> handle.execute("""
                insert into engagement (workspace_id, brand_id, link_id, kind, person_no, anonymous, at)
                values (101, 201, 1, 'CLICK', 7, true, '2026-11-23T07:00:00Z')
                """));
        rollUp();
        Pivot tags = read(question(Axis.HASHTAG, Axis.DAY, List.of(Measure.CLICKS, Measure.IMPRESSIONS)));
        assertThat(tags.rows()).extracting(line -> line.head().key()).containsExactly("one", Axis.ELSEWHERE);
        Pivot days = read(question(Axis.DAY, null, List.of(Measure.CLICKS)));
        for (Pivot pivot : List.of(tags, days)) {
            assertThat(Measure.CLICKS.of(pivot.whole()).value()).isEqualTo(1L);
            assertThat(Measure.IMPRESSIONS.of(pivot.whole()).value()).isEqualTo(1L);
        }
        Pivot languages = read(within(Map.of(Axis.LANGUAGE, "fr")));
        assertThat(languages.rows())
                .as("no click on a post in French")
                .extracting(line -> line.head().key())
                .containsExactly("one");
    }

    @Test
    void aCellIsDrilledIntoPostsThatMakeItUp() {
        StatusId one = tagged("{one}");
        StatusId both = tagged("{one,two}");
        append(view(one, 1), view(both, 1), view(both, 2));
        PivotQuestion ofPosts = new PivotQuestion(
                List.of(week(NORD)),
                Axis.STATUS,
                null,
                Window.ACTIVITY,
                MEASURES,
                "",
                Map.of(Axis.HASHTAG, "one", Axis.DAY, "2026-11-23"),
                PivotOrder.most(Measure.IMPRESSIONS),
                PivotQuestion.MOST_ROWS);
        assertThat(lines(read(ofPosts))).containsExactly(both + " 2 2", one + " 1 1");
        assertThat(read(ofPosts).rows().getFirst().head().name()).isEqualTo("Bonjour");
        assertThat(read(within(Map.of(Axis.HASHTAG, "three"))).rows()).isEmpty();
    }

    @Test
    void postsOfThePeriodBringEverythingTheyGathered() {
        StatusId status = Statuses.publish(world, World.ANNA, World.NORD, World.NORD_PROFILE, 9_001);
        append(view(status, 1), new Engagement.View(status, new Person(2, false), World.START.plusSeconds(90_000)));
        Period day = Period.parse("2026-11-23", "2026-11-23", PARIS, World.START);
        for (Window window : Window.values()) {
            Pivot pivot = read(new PivotQuestion(
                    List.of(new PivotQuestion.Slice(NORD, day)),
                    Axis.CAMPAIGN,
                    Axis.AUTHOR,
                    window,
                    List.of(Measure.REACH, Measure.POSTS_PUBLISHED),
                    "",
                    Map.of(),
                    PivotOrder.NATURAL,
                    10));
            Pivot.Line line = pivot.rows().getFirst();
            assertThat(line.head().name()).isEqualTo("Spring");
            assertThat(pivot.columns().getFirst().name()).isEqualTo("anna@test.example");
            assertThat(line.total().reach()).isEqualTo(window == Window.POST ? 2 : 1);
            assertThat(line.total().posts()).isEqualTo(1);
        }
    }

    @Test
    void timesWithoutEventsAreZeroAndTimesAheadAreNotThere() {
        world.worker().useHandle(handle -> handle.execute("update rollup_mark set as_of = '2026-11-23T07:00:00Z'"));
        Pivot days = read(question(Axis.DAY, null, List.of(Measure.REACH)));
        assertThat(days.rows()).hasSize(7);
        assertThat(days.rows().getLast().head().key()).isEqualTo("2026-11-23");
        assertThat(days.rows().getLast().total().reach()).isZero();
        Period ahead = Period.parse("2026-12-01", "2026-12-02", PARIS, World.START);
        Pivot nothing = read(new PivotQuestion(
                List.of(new PivotQuestion.Slice(NORD, ahead)),
                Axis.DAY,
                null,
                Window.ACTIVITY,
                MEASURES,
                "",
                Map.of(),
                PivotOrder.NATURAL,
                10));
        assertThat(nothing.rows()).isEmpty();
        assertThat(nothing.whole()).isNull();
    }

    @Test
    void questionsThatCannotBeAnsweredAreRefusedInASentence() {
        assertThatThrownBy(() -> question(Axis.DAY, Axis.DAY, MEASURES)).isInstanceOf(PivotRefused.class);
        assertThatThrownBy(() -> question(Axis.DAY, Axis.HOUR_OF_WEEK, MEASURES))
                .hasMessageContaining("too many columns by hour_of_week");
        assertThatThrownBy(() -> question(Axis.DAY, null, List.of(Measure.FOLLOWERS)))
                .hasMessageContaining("belongs to accounts");
        assertThatThrownBy(() -> question(Axis.HOUR, null, FIRST, FIRST.plus(Duration.ofDays(40)), NORD))
                .isInstanceOf(PivotTooWide.class)
                .hasMessageContaining("at most 31 days");
        world.worker().useHandle(handle -> handle.execute("update rollup_mark set as_of = '2027-01-01T00:00:00Z'"));
        assertThatThrownBy(() -> read(question(Axis.LANGUAGE, Axis.DAY, FIRST, FIRST.plus(Duration.ofDays(63)), NORD)))
                .isInstanceOf(PivotTooWide.class)
                .hasMessageContaining("columns by day");
        for (Axis axis : Axis.values()) {
            assertThatThrownBy(() -> within(Map.of(axis, " ")))
                    .as(axis.key())
                    .isInstanceOf(PivotRefused.class)
                    .hasMessageContaining("is no " + axis.key());
        }
        assertThatThrownBy(() -> within(Map.of(Axis.DAY, "2026-13-01"))).isInstanceOf(PivotRefused.class);
        assertThatThrownBy(() -> Axis.named("weather")).hasMessageContaining("They are by: brand, campaign");
    }

    @Test
    void aQuestionIsStoppedBeforeItBecomesDear() {
        PivotBudget rows = new PivotBudget();
        for (int row = 0; row < PivotBudget.MOST_ROWS; row++) {
            rows.take();
        }
        assertThatThrownBy(rows::take)
                .isInstanceOf(PivotTooWide.class)
                .hasMessageContaining("more than 100000 rolled-up rows");
        PivotBudget people = new PivotBudget();
        BucketRow large = new BucketRow(null, null, Tally.NONE, 0, 0, new byte[64 << 20], null, new byte[64 << 20]);
        people.take(large);
        people.take(large);
        assertThatThrownBy(() -> people.take(large)).hasMessageContaining("too many people");
    }

    @Test
    void aForeignBrandDoesNotExist() {
        PivotQuestion ofLune = question(Axis.DAY, null, FIRST, FIRST.plus(Duration.ofDays(1)), NORD, LUNE);
        assertThatThrownBy(() -> as(World.MARC, ofLune)).isInstanceOf(BrandNotFound.class);
    }

    private static List<String> lines(Pivot pivot) {
        return pivot.rows().stream()
                .map(line -> line.head().key() + " " + line.total().tally().views() + " "
                        + line.total().reach())
                .toList();
    }

    private StatusId tagged(String tags) {
        StatusId status = Statuses.post(world, World.NORD_PROFILE);
        world.worker()
                .useHandle(handle ->
                        handle.execute("update status set hashtags = ?::text[] where id = ?", tags, status.value()));
        return status;
    }

    private static Engagement view(StatusId status, int person) {
        return new Engagement.View(status, new Person(person, false), World.START.minusSeconds(60));
    }

    private static PivotQuestion.Slice week(VisibleBrand brand) {
        return new PivotQuestion.Slice(brand, Period.lastDays(7, brand.zone(), World.START));
    }

    private static PivotQuestion question(Axis rows, @Nullable Axis columns, List<Measure> measures) {
        return new PivotQuestion(
                List.of(week(NORD)), rows, columns, Window.ACTIVITY, measures, "", Map.of(), PivotOrder.NATURAL, 10);
    }

    private static PivotQuestion within(Map<Axis, String> within) {
        return new PivotQuestion(
                List.of(week(NORD)),
                Axis.HASHTAG,
                null,
                Window.ACTIVITY,
                List.of(Measure.CLICKS),
                "",
                within,
                PivotOrder.NATURAL,
                10);
    }
}
