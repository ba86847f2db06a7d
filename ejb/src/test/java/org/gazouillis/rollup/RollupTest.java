package org.gazouillis.rollup;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gazouillis.engage.Engagement;
import org.gazouillis.engage.EngagementLog;
import org.gazouillis.engage.Person;
import org.gazouillis.engage.Statuses;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RollupTest {
    /// Two days before the clocks go back in Paris (25 October 2026, 03:00).
    private static final Instant FIRST = Instant.parse("2026-10-23T12:00:00Z");
    private static final Duration SPAN = Duration.ofDays(4);
    private static final long CAMPAIGN = 9_001;

    private World world;
    private Rollup rollup;
    private Map<StatusId, SlowCount.Home> homes;

    @BeforeEach
    void build() {
        world = World.fresh();
        rollup = new Rollup(world.worker(), world.clock());
        world.worker()
                .useHandle(handle ->
                        handle.execute("update brand set zone = 'Asia/Kathmandu' where id = ?", World.LUNE.value()));
        ZoneId paris = ZoneId.of("Europe/Paris");
        homes = new LinkedHashMap<>();
        homes.put(Statuses.post(world, World.NORD_PROFILE), new SlowCount.Home(World.NORD.value(), paris, null));
        homes.put(
                Statuses.publish(world, World.ANNA, World.NORD, World.NORD_PROFILE, CAMPAIGN),
                new SlowCount.Home(World.NORD.value(), paris, CAMPAIGN));
        homes.put(
                Statuses.post(world, World.LUNE_PROFILE),
                new SlowCount.Home(World.LUNE.value(), ZoneId.of("Asia/Kathmandu"), null));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void randomStreamsAreCountedAsASlowCountDoes(long seed) {
        Random random = new Random(seed);
        SlowCount expected = new SlowCount(homes);
        Rollup small = new Rollup(world.worker(), world.clock(), 40);
        for (int transaction = 0; transaction < 40; transaction++) {
            List<Engagement> facts = facts(random, random.nextInt(30));
            facts.forEach(expected::count);
            world.worker().useTransaction(handle -> EngagementLog.append(handle, facts));
            if (random.nextInt(5) == 0) {
                crash(random.nextBoolean() ? small : rollup);
            }
            if (random.nextInt(4) == 0) {
                (random.nextBoolean() ? small : rollup).run();
            }
        }
        small.run();
        assertThat(lines()).containsExactlyElementsOf(expected.lines());
        small.run();
        assertThat(lines()).containsExactlyElementsOf(expected.lines());
    }

    @Test
    void aTransactionThatCommitsLateIsNotLost() throws Exception {
        StatusId status = homes.keySet().iterator().next();
        Engagement early = new Engagement.View(status, new Person(1, false), FIRST);
        Engagement late = new Engagement.View(status, new Person(2, false), FIRST);
        try (Connection open = world.access().connect(world.access().worker())) {
            open.setAutoCommit(false);
            open.createStatement()
                    .execute(
                            "insert into engagement (workspace_id, brand_id, profile_id, status_id, kind, person_no, at)"
                                    + " values (101, 201, 301, " + status + ", 'VIEW', 7, now())");
            world.worker().useTransaction(handle -> EngagementLog.append(handle, List.of(early, late)));
            rollup.run();
            assertThat(views(status))
                    .as("held back behind the open transaction")
                    .isZero();
            open.commit();
        }
        rollup.run();
        assertThat(views(status)).isEqualTo(3);
    }

    @Test
    void theMarkTellsUntilWhenTheFiguresAreComplete() {
        world.clock().set(World.START.plus(Duration.ofDays(40_000)));
        rollup.run();
        assertThat(asOf()).isEqualTo(world.clock().instant());
        Instant fact = world.clock().instant();
        world.worker().useHandle(handle -> {
            handle.execute("insert into outbox_subscription (handler, kind) values ('engagement', 'StatusLiked')");
            handle.execute("insert into outbox (kind, subject, at) values ('StatusLiked', 1, ?)", fact);
        });
        world.clock().advance(Duration.ofMinutes(5));
        rollup.run();
        assertThat(asOf()).as("a like still waits in the outbox").isEqualTo(fact);
    }

    private void crash(Rollup victim) {
        assertThatThrownBy(() -> world.worker().useTransaction(handle -> {
                    victim.step(handle);
                    throw new IllegalStateException("power cut");
                }))
                .hasMessage("power cut");
    }

    private List<Engagement> facts(Random random, int number) {
        List<Engagement> facts = new ArrayList<>();
        List<StatusId> statuses = List.copyOf(homes.keySet());
        for (int i = 0; i < number; i++) {
            StatusId status = statuses.get(random.nextInt(statuses.size()));
            Person by = new Person(1 + random.nextInt(25), random.nextInt(4) == 0);
            Instant at = FIRST.plusSeconds(random.nextLong(SPAN.toSeconds()));
            Engagement act =
                    switch (random.nextInt(3)) {
                        case 0 -> new Engagement.Like(status, by, at);
                        case 1 -> new Engagement.Repost(status, by, at);
                        default -> new Engagement.Reply(status, by, at);
                    };
            facts.add(
                    switch (random.nextInt(4)) {
                        case 0 -> act;
                        case 1 -> new Engagement.Withdrawal(act, at);
                        default -> new Engagement.View(status, by, at);
                    });
        }
        return facts;
    }

    private List<String> lines() {
        return world.worker()
                .withHandle(
                        handle -> handle.createQuery("""
                        select line from (
                          select concat_ws(' ', 'status', status_id, '=', views, anonymous_views, likes, reposts, replies,
                            reach, anonymous_reach) as line from status_total
                          union all
                          select concat_ws(' ', 'quarter', subject_id,
                            to_char(quarter at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), '=', views,
                            anonymous_views, likes, reposts, replies, reach, anonymous_reach) from quarter_bucket
                          union all
                          select concat_ws(' ', 'day', subject_id, day, '=', views, anonymous_views, likes, reposts,
                            replies, reach, anonymous_reach) from day_bucket) as all_lines
                        order by line collate "C"
                        """).mapTo(String.class).list());
    }

    private int views(StatusId status) {
        return world.worker()
                .withHandle(handle -> handle.createQuery(
                                "select coalesce(sum(views), 0) from status_total where status_id = :status")
                        .bind("status", status)
                        .mapTo(Integer.class)
                        .one());
    }

    private Instant asOf() {
        return world.worker()
                .withHandle(handle -> handle.createQuery("select as_of from rollup_mark")
                        .mapTo(Instant.class)
                        .one());
    }
}
