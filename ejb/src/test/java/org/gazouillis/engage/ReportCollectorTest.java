package org.gazouillis.engage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.gazouillis.kernel.DataDirectory;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.testrig.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ReportCollectorTest {
    private static final Viewer ANNA = new Viewer.Reader(World.ANNA_PROFILE);
    private static final Viewer SELF = new Viewer.Reader(World.NORD_PROFILE);
    private static final Browser BROWSER = new Browser("Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0", null);

    private World world;
    private Reporting pages;
    private StatusId ours;
    private StatusId stranger;

    @TempDir
    private Path folder;

    @BeforeEach
    void build() {
        world = World.fresh();
        pages = new Reporting(world);
        ours = Statuses.post(world, World.NORD_PROFILE);
        stranger = Statuses.post(world, world.profile("stranger"));
    }

    @AfterEach
    void close() {
        pages.close();
    }

    @Test
    void aViewOfABrandsStatusIsStoredWithItsPostAndCampaignAndOneOfAStrangersOrOfNothingIsNot() {
        StatusId published = Statuses.publish(world, World.ANNA, World.NORD, World.NORD_PROFILE, 900);
        assertThat(pages.report(ANNA, BROWSER, seen(ours), seen(stranger), seen(new StatusId(42)), seen(published)))
                .isEqualTo(2);
        assertThat(stored())
                .containsExactlyInAnyOrder(
                        "VIEW 201 " + ours + " false 2026-11-23T08:00:00Z",
                        "VIEW 201 " + published + " 900 false 2026-11-23T08:00:00Z");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsOpenedFromABrandsCardIsStoredAndFromAStrangersNot(Opened what) {
        assertThat(pages.report(ANNA, BROWSER, Report.opened(ours, what, null), Report.opened(stranger, what, null)))
                .isEqualTo(1);
        assertThat(stored()).containsExactly(what.kind() + " 201 " + ours + " false 2026-11-23T08:00:00Z");
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
    void theSameOpeningCountsOnceInTenSecondsAndEachKindForItself() {
        assertThat(open(Opened.DETAIL)).isEqualTo(1);
        assertThat(open(Opened.PROFILE)).isEqualTo(1);
        world.clock().advance(Duration.ofSeconds(9));
        assertThat(open(Opened.DETAIL)).isZero();
        assertThat(pages.report(new Viewer.Visitor("c"), BROWSER, Report.opened(ours, Opened.DETAIL, null)))
                .isEqualTo(1);
        world.clock().advance(Duration.ofSeconds(1));
        assertThat(open(Opened.DETAIL)).isEqualTo(1);
    }

    @Test
    void repetitionsWithinOneCallAreMeasuredAgainstTheLastThatCounted() {
        assertThat(view(null)).isEqualTo(1);
        world.clock().advance(Duration.ofMinutes(50));
        assertThat(pages.report(ANNA, BROWSER, seenAfter(45), seenAfter(20), seenAfter(49)))
                .isEqualTo(1);
    }

    @Test
    void anOpeningThatIsSentAgainNeverCountsTwiceHoweverLate() {
        Report report = Report.opened(ours, Opened.MEDIA, World.START);
        assertThat(pages.report(ANNA, BROWSER, report)).isEqualTo(1);
        for (Duration late : List.of(Duration.ofSeconds(30), Duration.ofMinutes(59), Duration.ofMinutes(45))) {
            world.clock().advance(late);
            assertThat(pages.report(ANNA, BROWSER, report)).isZero();
        }
    }

    @Test
    void theTimeOfAViewIsKeptBetweenAnHourAgoAndNow() {
        view(Instant.MAX);
        pages.report(new Viewer.Visitor("a"), BROWSER, Report.seen(ours, Instant.MIN));
        assertThat(stored())
                .containsExactlyInAnyOrder(
                        "VIEW 201 " + ours + " false 2026-11-23T08:00:00Z",
                        "VIEW 201 " + ours + " true 2026-11-23T07:00:00Z");
    }

    @Test
    void aRepostsCardCountsForTheOriginal() {
        StatusId repost = Statuses.repost(world, World.RITA_PROFILE, ours);
        assertThat(pages.report(ANNA, BROWSER, seen(repost), seen(ours))).isEqualTo(1);
    }

    @Test
    void ownReportsDoNotCountAndThoseOfProgramsAreKeptApart() {
        assertThat(pages.report(SELF, BROWSER, seen(ours))).isZero();
        Browser robot = new Browser("Googlebot/2.1", null);
        assertThat(pages.report(ANNA, robot, seen(ours), seen(stranger))).isZero();
        Browser ahead = new Browser(BROWSER.userAgent(), "prefetch;prerender");
        assertThat(pages.report(ANNA, ahead, Report.opened(ours, Opened.PROFILE, null)))
                .isZero();
        assertThat(pages.report(SELF, robot, seen(ours))).isZero();
        assertThat(stored()).as("kept apart").hasSize(2).allMatch(line -> line.startsWith("REMOVED 201 " + ours));
    }

    @Test
    void aVisitorIsOnePersonForADayAndUnknownTheNext() {
        Viewer visitor = new Viewer.Visitor("c00kie");
        pages.report(visitor, BROWSER, seen(ours));
        world.clock().advance(Duration.ofHours(1));
        pages.report(visitor, BROWSER, seen(ours));
        world.clock().advance(Duration.ofDays(1));
        pages.report(visitor, BROWSER, seen(ours));
        List<Integer> numbers = world.worker()
                .withHandle(handle -> handle.createQuery("select person_no from engagement order by at")
                        .mapTo(Integer.class)
                        .list());
        assertThat(numbers.get(0)).isEqualTo(numbers.get(1)).isNotEqualTo(numbers.get(2));
    }

    @Test
    void aCallWithTooManyReportsIsRefused() {
        Report[] many =
                Collections.nCopies(ViewRules.MOST_PER_CALL + 1, seen(ours)).toArray(Report[]::new);
        assertThatThrownBy(() -> pages.report(ANNA, BROWSER, many)).isInstanceOf(TooManyReports.class);
        Report[] most = Collections.nCopies(ViewRules.MOST_PER_CALL, seen(ours)).toArray(Report[]::new);
        assertThat(pages.report(new Viewer.Visitor("x".repeat(64)), BROWSER, most))
                .isEqualTo(1);
    }

    @Test
    void whatTheDiskDoesNotTakeIsRefusedAndToldByTheHealthCheckForAWhile() throws IOException {
        ReportCollector collector = new ReportCollector(
                new DataDirectory(Files.createDirectories(folder.resolve("a"))), world.worker(), world.clock());
        assertThat(collector.check().up()).isTrue();
        assertThatThrownBy(() ->
                        collector.collect(ANNA, BROWSER, List.of(seen(ours))).join())
                .hasCauseInstanceOf(ReportsNotTaken.class);
        assertThat(collector.check().up()).isFalse();
        world.clock().advance(Duration.ofMinutes(2));
        assertThat(collector.check().detail()).startsWith("1 reports were refused");
        assertThat(collector.check().up()).isTrue();
    }

    @Test
    void theUpkeepMakesPartitionsAndForgetsVisitors() {
        pages.report(new Viewer.Visitor("a"), BROWSER, seen(ours));
        world.clock().advance(Duration.ofDays(70));
        new EngagementUpkeep(world.worker(), world.clock()).run();
        long left = world.worker()
                .withHandle(handle -> handle.createQuery(
                                "select (select count(*) from viewer_salt) + (select count(*) from anonymous_viewer)")
                        .mapTo(Long.class)
                        .one());
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
        return pages.report(ANNA, BROWSER, Report.seen(ours, at));
    }

    private int open(Opened what) {
        return pages.report(ANNA, BROWSER, Report.opened(ours, what, null));
    }

    private Report seenAfter(int minutes) {
        return Report.seen(ours, World.START.plus(Duration.ofMinutes(minutes)));
    }

    private static Report seen(StatusId status) {
        return Report.seen(status, null);
    }

    private List<String> stored() {
        return world.worker()
                .withHandle(
                        handle -> handle.createQuery("""
                        select concat_ws(' ', kind, brand_id, status_id, campaign_id, anonymous::text,
                          to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) from engagement order by at
                        """).mapTo(String.class).list());
    }
}
