package org.gazouillis.engage;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.testrig.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ViewCollectorTest {
    private static final Viewer ANNA = new Viewer.Reader(World.ANNA_PROFILE);
    private static final Browser BROWSER = new Browser("Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0", null);

    private World world;
    private ViewCollector collector;
    private StatusId ours;
    private StatusId stranger;

    @BeforeEach
    void build() {
        world = World.fresh();
        collector = new ViewCollector(world.worker(), world.clock());
        ours = Statuses.post(world, World.NORD_PROFILE);
        stranger = Statuses.post(world, world.profile("stranger"));
    }

    @Test
    void aViewOfABrandsStatusIsStoredAndOneOfAStrangersOrOfNothingIsIgnored() {
        ViewReceipt receipt = collector.collect(ANNA, BROWSER, sightings(ours, stranger, new StatusId(42)));
        assertThat(receipt).isEqualTo(new ViewReceipt(1, 2));
        assertThat(stored()).containsExactly("VIEW 201 " + ours + " false 2026-11-23T08:00:00Z");
    }

    @Test
    void theSameViewerCountsOnceInThirtyMinutes() {
        assertThat(view(null)).isEqualTo(1);
        world.clock().advance(Duration.ofMinutes(29));
        assertThat(view(null)).isZero();
        world.clock().advance(Duration.ofMinutes(1));
        assertThat(view(null)).isEqualTo(1);
    }

    @Test
    void repetitionsWithinOneCallAreMeasuredAgainstTheLastThatCounted() {
        assertThat(view(null)).isEqualTo(1);
        world.clock().advance(Duration.ofMinutes(50));
        Instant start = World.START;
        List<Sighting> seen = List.of(
                new Sighting(ours, start.plus(Duration.ofMinutes(45))),
                new Sighting(ours, start.plus(Duration.ofMinutes(20))),
                new Sighting(ours, start.plus(Duration.ofMinutes(49))));
        assertThat(collector.collect(ANNA, BROWSER, seen)).isEqualTo(new ViewReceipt(1, 2));
    }

    @Test
    void theTimeIsKeptBetweenAnHourAgoAndNow() {
        view(World.START.plus(Duration.ofDays(1)));
        collector.collect(
                new Viewer.Visitor("a"), BROWSER, List.of(new Sighting(ours, World.START.minus(Duration.ofDays(1)))));
        assertThat(stored())
                .containsExactlyInAnyOrder(
                        "VIEW 201 " + ours + " false 2026-11-23T08:00:00Z",
                        "VIEW 201 " + ours + " true 2026-11-23T07:00:00Z");
    }

    @Test
    void aRepostsCardCountsForTheOriginal() {
        StatusId repost = Statuses.repost(world, World.RITA_PROFILE, ours);
        assertThat(collector.collect(ANNA, BROWSER, sightings(repost, ours))).isEqualTo(new ViewReceipt(1, 1));
    }

    @Test
    void ownViewsAndProgramsDoNotCount() {
        Viewer self = new Viewer.Reader(World.NORD_PROFILE);
        assertThat(collector.collect(self, BROWSER, sightings(ours)).accepted()).isZero();
        Browser robot = new Browser("Googlebot/2.1", null);
        assertThat(collector.collect(ANNA, robot, sightings(ours, stranger)).accepted())
                .isZero();
        Browser ahead = new Browser(BROWSER.userAgent(), "prefetch;prerender");
        assertThat(collector.collect(ANNA, ahead, sightings(ours)).accepted()).isZero();
        assertThat(stored()).as("kept apart").hasSize(2).allMatch(line -> line.startsWith("REMOVED 201 " + ours));
    }

    @Test
    void aVisitorIsOnePersonForADayAndUnknownTheNext() {
        Viewer visitor = new Viewer.Visitor("c00kie");
        collector.collect(visitor, BROWSER, sightings(ours));
        world.clock().advance(Duration.ofHours(1));
        collector.collect(visitor, BROWSER, sightings(ours));
        world.clock().advance(Duration.ofDays(1));
        collector.collect(visitor, BROWSER, sightings(ours));
        List<Integer> numbers = world.worker()
                .withHandle(handle -> handle.createQuery("select person_no from engagement order by at")
                        .mapTo(Integer.class)
                        .list());
        assertThat(numbers.get(0)).isEqualTo(numbers.get(1)).isNotEqualTo(numbers.get(2));
    }

    @Test
    void aCallWithTooManyReportsIsRefused() {
        List<Sighting> many = Collections.nCopies(ViewRules.MOST_PER_CALL + 1, new Sighting(ours, null));
        assertThatThrownBy(() -> collector.collect(ANNA, BROWSER, many)).isInstanceOf(TooManyReports.class);
    }

    @Test
    void theUpkeepMakesPartitionsAndForgetsVisitors() {
        collector.collect(new Viewer.Visitor("a"), BROWSER, sightings(ours));
        world.clock().advance(Duration.ofDays(70));
        new EngagementUpkeep(world.worker(), world.clock()).run();
        long left = world.worker()
                .withHandle(handle -> handle.createQuery("""
                        select (select count(*) from viewer_salt) + (select count(*) from anonymous_viewer)
                             + (select count(*) from counted_latest)
                        """).mapTo(Long.class).one());
        assertThat(left).isZero();
        view(null);
        String partition = world.worker()
                .withHandle(handle -> handle.createQuery("select max(tableoid::regclass::text) from engagement")
                        .mapTo(String.class)
                        .one());
        assertThat(partition).isEqualTo("engagement_2027_02");
    }

    @Test
    void aViewerThatCallsTooOftenHasToWaitForTheNextMinute() {
        ViewRate rate = new ViewRate(world.clock());
        rate.admit("anna", 1);
        assertThatThrownBy(() -> rate.admit("anna", 1)).isInstanceOf(ViewerTooFast.class);
        rate.admit("marc", 1);
        world.clock().advance(Duration.ofMinutes(1));
        rate.admit("anna", 1);
    }

    private int view(@Nullable Instant at) {
        return collector.collect(ANNA, BROWSER, List.of(new Sighting(ours, at))).accepted();
    }

    private static List<Sighting> sightings(StatusId... statuses) {
        return List.of(statuses).stream()
                .map(status -> new Sighting(status, null))
                .toList();
    }

    private List<String> stored() {
        return world.worker()
                .withHandle(
                        handle -> handle.createQuery("""
                        select concat_ws(' ', kind, brand_id, status_id, anonymous::text,
                          to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) from engagement order by at
                        """).mapTo(String.class).list());
    }
}
