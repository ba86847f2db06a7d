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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OpeningCollectorTest {
    private static final Viewer ANNA = new Viewer.Reader(World.ANNA_PROFILE);
    private static final Browser BROWSER = new Browser("Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0", null);

    private World world;
    private OpeningCollector collector;
    private StatusId ours;
    private StatusId stranger;

    @BeforeEach
    void build() {
        world = World.fresh();
        collector = new OpeningCollector(world.worker(), world.clock());
        ours = Statuses.post(world, World.NORD_PROFILE);
        stranger = Statuses.post(world, world.profile("stranger"));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsOpenedFromABrandsCardIsStoredAndFromAStrangersOrNothingIgnored(Opened what) {
        ViewReceipt receipt = collector.collect(
                ANNA,
                BROWSER,
                List.of(card(ours, what, null), card(stranger, what, null), card(new StatusId(42), what, null)));
        assertThat(receipt).isEqualTo(new ViewReceipt(1, 2));
        assertThat(stored()).containsExactly(what.kind() + " " + ours + " false 2026-11-23T08:00:00Z");
    }

    @Test
    void theSameCountsOnceInTenSecondsAndEachKindForItself() {
        assertThat(open(Opened.DETAIL)).isEqualTo(1);
        assertThat(open(Opened.PROFILE)).isEqualTo(1);
        world.clock().advance(Duration.ofSeconds(9));
        assertThat(open(Opened.DETAIL)).isZero();
        assertThat(collector
                        .collect(new Viewer.Visitor("c"), BROWSER, List.of(card(ours, Opened.DETAIL, null)))
                        .accepted())
                .isEqualTo(1);
        world.clock().advance(Duration.ofSeconds(1));
        assertThat(open(Opened.DETAIL)).isEqualTo(1);
    }

    @Test
    void aReportThatIsSentAgainNeverCountsTwiceHoweverLate() {
        List<OpenedCard> report = List.of(card(ours, Opened.MEDIA, World.START));
        assertThat(collector.collect(ANNA, BROWSER, report).accepted()).isEqualTo(1);
        for (Duration late : List.of(Duration.ofSeconds(30), Duration.ofMinutes(59), Duration.ofMinutes(45))) {
            world.clock().advance(late);
            new EngagementUpkeep(world.worker(), world.clock()).run();
            assertThat(collector.collect(ANNA, BROWSER, report)).isEqualTo(new ViewReceipt(0, 1));
        }
        assertThat(stored()).hasSize(1);
    }

    @Test
    void aRepostsCardCountsForTheOriginalAndTheBrandsOwnDoNot() {
        StatusId repost = Statuses.repost(world, World.RITA_PROFILE, ours);
        assertThat(collector.collect(
                        ANNA, BROWSER, List.of(card(repost, Opened.DETAIL, null), card(ours, Opened.DETAIL, null))))
                .isEqualTo(new ViewReceipt(1, 1));
        assertThat(collector
                        .collect(
                                new Viewer.Reader(World.NORD_PROFILE),
                                BROWSER,
                                List.of(card(ours, Opened.DETAIL, null)))
                        .accepted())
                .isZero();
    }

    @Test
    void programsAndPagesFetchedAheadAreKeptApart() {
        for (Browser program : List.of(new Browser("Googlebot/2.1", null), new Browser("Mozilla/5.0", "prefetch"))) {
            assertThat(collector.collect(
                            ANNA,
                            program,
                            List.of(card(ours, Opened.PROFILE, null), card(stranger, Opened.PROFILE, null))))
                    .isEqualTo(new ViewReceipt(0, 2));
        }
        assertThat(stored()).hasSize(2).allMatch(line -> line.startsWith("REMOVED " + ours + " true"));
    }

    @Test
    void aCallWithTooManyIsRefused() {
        List<OpenedCard> many = Collections.nCopies(ViewRules.MOST_PER_CALL + 1, card(ours, Opened.DETAIL, null));
        assertThatThrownBy(() -> collector.collect(ANNA, BROWSER, many)).isInstanceOf(TooManyReports.class);
    }

    private int open(Opened what) {
        return collector.collect(ANNA, BROWSER, List.of(card(ours, what, null))).accepted();
    }

    private static OpenedCard card(StatusId status, Opened what, @Nullable Instant at) {
        return new OpenedCard(status, what, at);
    }

    private List<String> stored() {
        return world.worker()
                .withHandle(
                        handle -> handle.createQuery("""
                        select concat_ws(' ', kind, status_id, case when anonymous then 'true' else 'false' end,
                          to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) from engagement order by at
                        """).mapTo(String.class).list());
    }
}
