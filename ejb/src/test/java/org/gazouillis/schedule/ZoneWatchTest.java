package org.gazouillis.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Map;
import org.gazouillis.compose.DueTime;
import org.gazouillis.compose.GapRule;
import org.gazouillis.compose.Plan;
import org.gazouillis.kernel.PostId;
import org.gazouillis.security.Permissions;
import org.gazouillis.testrig.Entities;
import org.gazouillis.testrig.Pen;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Morocco decides, after posts were planned, to live five hours before London.
class ZoneWatchTest {
    private static final ZoneId CASABLANCA = ZoneId.of("Africa/Casablanca");
    private static final ZoneOffset FIVE = ZoneOffset.ofHours(5);

    private World world;
    private Pen marc;
    private ZoneWatch watch;

    @BeforeEach
    void build() {
        world = World.fresh();
        marc = new Pen(world, World.MARC);
        watch = new ZoneWatch(world.worker(), world.ids());
    }

    @Test
    void plannedTimesKeepTheirLocalTimeAndTheMoveIsTold() {
        LocalDateTime local = LocalDateTime.ofInstant(Instant.now().plus(90, ChronoUnit.DAYS), CASABLANCA)
                .truncatedTo(ChronoUnit.HOURS);
        DueTime before =
                PublishTime.of(local, CASABLANCA, GapRule.EARLIER_OFFSET).due();
        PostId moving = marc.nord("By the wall", Plan.at(before));
        PostId exact = marc.nord("By the instant", Plan.at(DueTime.exactly(before.at(), CASABLANCA)));
        PostId paris = marc.nord(
                "Elsewhere",
                Plan.at(PublishTime.of(local, "Europe/Paris", GapRule.EARLIER_OFFSET)
                        .due()));
        assertThat(watch.check(data("2026a", CASABLANCA.getRules()))).isZero();

        assertThat(watch.check(data("2026b", ZoneRules.of(FIVE)))).isEqualTo(1);

        Instant after = local.toInstant(FIVE);
        assertThat(after).isNotEqualTo(before.at());
        assertThat(due(moving)).isEqualTo(after);
        assertThat(due(exact)).isEqualTo(before.at());
        assertThat(due(paris)).isNotEqualTo(after);
        List<TimeMove> told = world.as(
                World.MARC,
                () -> new TimeMoves(world.app(), new Permissions(Entities.current(World.MARC))).of(World.NORD));
        assertThat(told).singleElement().satisfies(move -> {
            assertThat(move.post()).isEqualTo(moving);
            assertThat(move.localAt()).isEqualTo(local);
            assertThat(move.oldAt()).isEqualTo(before.at());
            assertThat(move.newAt()).isEqualTo(after);
            assertThat(move.version()).isEqualTo("2026b");
        });
        assertThat(strings("select kind from outbox where subject = " + moving)).containsExactly("PlannedTimeMoved");
        assertThat(strings("select action from audit_entry where subject = " + moving))
                .contains("post.moved-by-zone-data");
    }

    @Test
    void theSameDataAgainMoveNothingAndOlderDataAreNotBelieved() {
        LocalDateTime local = LocalDateTime.now(ZoneOffset.UTC).plusDays(90).truncatedTo(ChronoUnit.HOURS);
        PostId post = marc.nord(
                "Once",
                Plan.at(PublishTime.of(local, CASABLANCA, GapRule.EARLIER_OFFSET)
                        .due()));
        assertThat(watch.check(data("2026b", ZoneRules.of(FIVE)))).isEqualTo(1);
        assertThat(watch.check(data("2026b", ZoneRules.of(FIVE)))).isZero();
        assertThat(watch.check(data("2026a", CASABLANCA.getRules())))
                .as("a node with older Java")
                .isZero();
        assertThat(due(post)).isEqualTo(local.toInstant(FIVE));
        assertThat(strings("select version from zone_rules where zone = 'Africa/Casablanca'"))
                .containsExactly("2026b");
    }

    @Test
    void thisJavasOwnDataAgreeWithHowPostsArePlanned() {
        for (String zone : List.of("Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu")) {
            LocalDateTime local = LocalDateTime.now(ZoneOffset.UTC).plusDays(130);
            marc.nord(
                    "In " + zone,
                    Plan.at(PublishTime.of(local, zone, GapRule.LATER_OFFSET).due()));
        }
        assertThat(watch.check(ZoneData.ofJava())).isZero();
        assertThat(ZoneData.ofJava().version()).matches("\\d{4}[a-z]");
        assertThat(strings("select zone from zone_rules")).hasSize(4);
    }

    private static ZoneData data(String version, ZoneRules casablanca) {
        Map<String, ZoneRules> changed = Map.of(CASABLANCA.getId(), casablanca);
        return new ZoneData(
                version, zone -> changed.getOrDefault(zone, ZoneId.of(zone).getRules()));
    }

    private Instant due(PostId post) {
        return world.worker()
                .withHandle(handle -> handle.createQuery("select due_at from post where id = :id")
                        .bind("id", post)
                        .mapTo(Instant.class)
                        .one());
    }

    private List<String> strings(String sql) {
        return world.worker()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
