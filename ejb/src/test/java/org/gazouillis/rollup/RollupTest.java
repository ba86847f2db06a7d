package org.gazouillis.rollup;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.gazouillis.engage.Engagement;
import org.gazouillis.engage.EngagementLog;
import org.gazouillis.engage.Opened;
import org.gazouillis.engage.Person;
import org.gazouillis.engage.Statuses;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.tenancy.Sql;
import org.gazouillis.testrig.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RollupTest {
    /// Days around clocks that change: back an hour in Paris, forth an hour there, back half an hour on Lord Howe.
    private static final List<Instant> FIRST = List.of(
            Instant.parse("2026-10-23T12:00:00Z"),
            Instant.parse("2026-03-27T12:00:00Z"),
            Instant.parse("2026-04-03T12:00:00Z"));
    private static final Duration SPAN = Duration.ofDays(4);
    private static final long CAMPAIGN = 9_001;
    private static final long LINK = 7_001;
    private static final String FIGURES = Tally.columns("?") + ", reach, anonymous_reach, engaged_people\n";

    private World world;
    private Rollup rollup;
    private Map<StatusId, SlowCount.Home> homes;

    @BeforeEach
    void build() {
        world = World.fresh();
        rollup = new Rollup(world.worker(), world.clock());
        homes = new LinkedHashMap<>();
        home(Statuses.post(world, World.NORD_PROFILE), World.NORD, World.NORD_PROFILE, "Europe/Paris", null, "spring");
        home(
                Statuses.publish(world, World.ANNA, World.NORD, World.NORD_PROFILE, CAMPAIGN),
                World.NORD,
                World.NORD_PROFILE,
                "Europe/Paris",
                CAMPAIGN,
                "spring",
                "tulips");
        home(Statuses.post(world, World.LUNE_PROFILE), World.LUNE, World.LUNE_PROFILE, "Asia/Kathmandu", null);
        home(
                Statuses.post(world, World.RIVAL_PROFILE),
                World.RIVAL,
                World.RIVAL_PROFILE,
                "Australia/Lord_Howe",
                null,
                "spring");
    }

    private void home(
            StatusId status, BrandId brand, ProfileId account, String zone, @Nullable Long campaign, String... tags) {
        homes.put(status, new SlowCount.Home(brand.value(), account.value(), ZoneId.of(zone), campaign, List.of(tags)));
        world.worker().useHandle(handle -> {
            handle.execute("update brand set zone = ? where id = ?", zone, brand.value());
            handle.execute(
                    "update status set hashtags = string_to_array(?, ' ') where id = ?",
                    String.join(" ", tags),
                    status.value());
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void randomStreamsAreCountedAsASlowCountDoes(long seed) {
        Random random = new Random(seed);
        SlowCount expected = new SlowCount(homes);
        Rollup small = new Rollup(world.worker(), world.clock(), 40, 320, PeopleSet.MOST_EXACT_BYTES);
        Instant first = FIRST.get((int) seed % FIRST.size());
        for (int transaction = 0; transaction < 40; transaction++) {
            List<Engagement> facts = facts(random, first, random.nextInt(30));
            facts.forEach(expected::count);
            world.worker().useTransaction(handle -> EngagementLog.append(handle, facts));
            click(random, first, expected);
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
    void aCrashWhileTheNextStepIsMadeUndoesOneStepAndNoMore() {
        SlowCount expected = new SlowCount(homes);
        backlog(new Random(5), expected);
        Rollup growing = new Rollup(world.worker(), world.clock(), 20, 320, PeopleSet.MOST_EXACT_BYTES);
        owner("create sequence steps");
        owner("grant usage on sequence steps to public");
        owner("""
                create function crash() returns trigger language plpgsql as $$
                begin
                    if nextval('steps') = 3 then raise exception 'power cut'; end if;
                    return null;
                end $$
                """);
        owner("create trigger crash after update on day_bucket for each statement execute function crash()");
        assertThatThrownBy(growing::run).hasStackTraceContaining("power cut");
        assertThat(lines()).as("some steps are in").isNotEmpty().isNotEqualTo(expected.lines());
        growing.run();
        assertThat(lines()).containsExactlyElementsOf(expected.lines());
    }

    @Test
    void nodesTakeTurnsAndCountNothingTwice() {
        SlowCount expected = new SlowCount(homes);
        backlog(new Random(6), expected);
        List<CompletableFuture<Void>> nodes = Stream.of(20, 30, 50)
                .map(batch -> new Rollup(world.worker(), world.clock(), batch, 200, PeopleSet.MOST_EXACT_BYTES))
                .map(node -> CompletableFuture.runAsync(node::run))
                .toList();
        nodes.forEach(CompletableFuture::join);
        rollup.run();
        assertThat(lines()).containsExactlyElementsOf(expected.lines());
    }

    private void backlog(Random random, SlowCount expected) {
        for (int transaction = 0; transaction < 60; transaction++) {
            List<Engagement> facts = facts(random, FIRST.getFirst(), 1 + random.nextInt(30));
            facts.forEach(expected::count);
            world.worker().useTransaction(handle -> EngagementLog.append(handle, facts));
        }
    }

    private void owner(String sql) {
        try (Connection connection = world.access().connect(world.access().owner())) {
            connection.createStatement().execute(sql);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    @Test
    void theSumInTheDatabaseIsThatOfTheTally() {
        Random random = new Random(4);
        world.worker().useTransaction(handle -> EngagementLog.append(handle, facts(random, FIRST.getFirst(), 300)));
        rollup.run();
        List<Sums> sums = world.worker()
                .withHandle(
                        handle -> handle.createQuery("select engagements, " + Tally.columns("?") + " from status_total")
                                .map(Sql.row(Sums.class))
                                .list());
        assertThat(sums)
                .isNotEmpty()
                .allMatch(each -> each.engagements() == each.tally().engagements());
    }

    record Sums(long engagements, Tally tally) {}

    @Test
    void aTransactionThatCommitsLateIsNotLost() throws Exception {
        StatusId status = homes.keySet().iterator().next();
        Engagement early = new Engagement.View(status, new Person(1, false), FIRST.getFirst());
        Engagement late = new Engagement.View(status, new Person(2, false), FIRST.getFirst());
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
    void aLargeAudienceBecomesASketchThatErrsNoMoreThanItSays() {
        int people = 20_000;
        StatusId status = homes.keySet().iterator().next();
        Rollup sketching = new Rollup(world.worker(), world.clock(), 7_000, 7_000, 500);
        for (int part = 0; part < 4; part++) {
            List<Engagement> views = new ArrayList<>();
            for (int person = 0; person < people / 2; person++) {
                int number = (part * people / 6 + person) % people * 7;
                views.add(new Engagement.View(status, new Person(number, false), FIRST.getFirst()));
            }
            world.worker().useTransaction(handle -> EngagementLog.append(handle, views));
            sketching.run();
        }
        Headcount reach = world.worker()
                .withHandle(handle -> handle.createQuery(
                                "select reach as number, reach_error as standard_error from status_total")
                        .map(Sql.row(Headcount.class))
                        .one());
        assertThat(reach.standardError()).isBetween(0.005, 0.02);
        assertThat((double) reach.number()).isCloseTo(people, Offset.offset(4 * reach.standardError() * people));
        assertThat(views(status)).isEqualTo(2 * people);
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

    private void click(Random random, Instant first, SlowCount expected) {
        StatusId status = List.copyOf(homes.keySet()).get(random.nextInt(homes.size()));
        SlowCount.Home home = java.util.Objects.requireNonNull(homes.get(status));
        Instant at = first.plusSeconds(random.nextLong(SPAN.toSeconds()));
        expected.countClick(status, LINK, at);
        world.worker()
                .useHandle(handle -> handle.createUpdate("""
                                insert into engagement (workspace_id, brand_id, profile_id, status_id, campaign_id,
                                  link_id, kind, person_no, anonymous, at)
                                select workspace_id, id, :profile, :status, :campaign, :link, 'CLICK', 5, true, :at
                                from brand where id = :brand
                                """)
                        .bind("profile", home.account())
                        .bind("status", status)
                        .bind("campaign", home.campaign())
                        .bind("link", LINK)
                        .bind("at", at)
                        .bind("brand", home.brand())
                        .execute());
    }

    private List<Engagement> facts(Random random, Instant first, int number) {
        List<Engagement> facts = new ArrayList<>();
        List<StatusId> statuses = List.copyOf(homes.keySet());
        for (int i = 0; i < number; i++) {
            StatusId status = statuses.get(random.nextInt(statuses.size()));
            Person by = new Person(1 + random.nextInt(25), random.nextInt(4) == 0);
            Instant at = first.plusSeconds(random.nextLong(SPAN.toSeconds()));
            Engagement act =
                    switch (random.nextInt(6)) {
                        case 0 -> new Engagement.Like(status, by, at);
                        case 1 -> new Engagement.Repost(status, by, at);
                        case 2 -> new Engagement.Bookmark(status, by, at);
                        case 3 -> new Engagement.Quote(status, by, at);
                        case 4 -> new Engagement.Follow(account(status), status, by, at);
                        default -> new Engagement.Reply(status, by, at);
                    };
            facts.add(
                    switch (random.nextInt(7)) {
                        case 0, 1 -> act;
                        case 2 -> new Engagement.Withdrawal(act, at);
                        case 3, 4 -> new Engagement.Opening(status, Opened.values()[random.nextInt(4)], by, at);
                        case 5 -> new Engagement.Removed(status, at);
                        default -> new Engagement.View(status, by, at);
                    });
        }
        return facts;
    }

    private ProfileId account(StatusId status) {
        return new ProfileId(java.util.Objects.requireNonNull(homes.get(status)).account());
    }

    private List<String> lines() {
        return world.worker()
                .withHandle(handle -> handle.createQuery("""
                        select line from (
                          select concat_ws(' ', 'status', status_id, '=',
                        """ + FIGURES + """
                            ) as line from status_total
                          union all
                          select concat_ws(' ', 'quarter', dimension, brand_id,
                            case dimension when 'HASHTAG' then (select tag from hashtag where id = subject_id)
                              else subject_id::text end,
                            to_char(quarter at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), '=',
                        """ + FIGURES + """
                            ) from quarter_bucket
                          union all
                          select concat_ws(' ', 'day', dimension, brand_id,
                            case dimension when 'HASHTAG' then (select tag from hashtag where id = subject_id)
                              else subject_id::text end, day, '=',
                        """ + FIGURES + """
                            ) from day_bucket) as all_lines
                        order by line collate "C"
                        """)
                        .mapTo(String.class)
                        .list());
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
