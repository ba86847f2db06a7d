package org.gazouillis.boot.demo;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gazouillis.engage.EngagementHandler;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.microblog.Bookkeeper;
import org.gazouillis.network.PostText;
import org.gazouillis.outbox.OutboxRelay;
import org.gazouillis.rollup.Rollup;
import org.gazouillis.security.Passwords;
import org.gazouillis.tenancy.Workspaces;
import org.gazouillis.testrig.World;
import org.gazouillis.timeline.FanOut;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// The whole demo, told once on the real database.
class DemoTest {
    private static World world;
    private static Demo demo;

    @BeforeAll
    static void tell() {
        world = World.fresh();
        // As if a first start had been interrupted: the test world is inhabited.
        world.worker().useHandle(handle -> handle.execute("insert into demo_step values ('begun', ?)", World.START));
        OutboxRelay relay = new OutboxRelay(
                world.worker(),
                List.of(
                        new EngagementHandler(world.worker()),
                        new Bookkeeper(world.worker()),
                        new FanOut(world.worker(), world.clock())));
        relay.subscribe();
        TimeOrderedIds ids = new TimeOrderedIds(world.clock(), 0);
        demo = new Demo(
                new DemoSteps(world.worker(), world.clock()),
                new Cast(new Workspaces(world.worker(), ids, world.clock())),
                new Passwords(),
                world.clock());
        demo.tell(() -> "hash");
        relay.run();
        new Rollup(world.worker(), world.clock()).run();
    }

    @Test
    void everySentenceFitsAndEveryPlaceIsFilled() {
        Random random = new Random(1);
        for (String handle : List.of("velonord", "maisonlune", "harborcoffee", "atelierrival")) {
            Script script = Script.of(handle);
            for (int n = 0; n < 2_000; n++) {
                String campaign = n % 2 == 0
                        ? ""
                        : Script.pick(script.campaigns(), random).slug();
                String text = n % 10 == 0 ? script.soon(n / 10, random) : script.say(campaign, random);
                assertThat(PostText.length(text)).as(text).isBetween(1, PostText.LIMIT);
                assertThat(text).doesNotContain("{", "}");
            }
        }
    }

    @Test
    void ninetyDaysOfThreeBrandsAreOutWithTheirStatuses() {
        assertThat(count("post where state = 'PUBLISHED' and workspace_id not in (101, 102)"))
                .isBetween(800L, 1_200L);
        assertThat(count("post p where state = 'PUBLISHED' and not exists"
                        + " (select from publication join status s on s.id = status_id where post_id = p.id)"))
                .isZero();
        assertThat(count("status where created_at > '" + World.START + "'")).isZero();
        assertThat(count("status where abs(id / 65536 - extract(epoch from created_at) * 1000) > 1000"))
                .isZero();
    }

    @Test
    void somethingGoesOutSoonAndSomeTroubleIsShown() {
        assertThat(count("post where state = 'SCHEDULED' and due_at between '" + World.START.plusSeconds(80) + "' and '"
                        + World.START.plusSeconds(100) + "'"))
                .isEqualTo(1);
        for (String state : List.of("DRAFT", "FAILED", "MISSED", "HELD")) {
            assertThat(count("post where state = '" + state + "'")).as(state).isPositive();
        }
    }

    @Test
    void thePublicAnsweredPlausibly() {
        for (String handle : Cast.OWN) {
            Map<String, Object> figures = world.worker()
                    .withHandle(handle1 -> handle1.createQuery("""
                                    select sum(d.views) as views, sum(d.likes + d.reposts + d.replies) as engagements, sum(d.detail_expands) as details,
                                           max(d.reach) as reach, count(*) as days
                                    from day_bucket d join brand b on b.id = d.brand_id
                                    where b.handle = :handle and d.dimension = 'BRAND' and d.subject_id = b.id
                                    """)
                            .bind("handle", handle)
                            .mapToMap()
                            .one());
            double rate = number(figures, "engagements") / number(figures, "views");
            assertThat(rate).as(handle + " " + figures).isBetween(0.01, 0.06);
            assertThat(number(figures, "views")).isGreaterThan(20_000);
            assertThat(number(figures, "details") / number(figures, "views")).isBetween(0.01, 0.02);
            assertThat(number(figures, "reach")).isBetween(60.0, 400.0);
            assertThat(number(figures, "days")).isGreaterThan(85);
        }
    }

    @Test
    void theNumbersBesideAStatusAreThoseOfItsRows() {
        assertThat(count("status_count c where likes <>"
                        + " (select count(*) from status_like l where l.status_id = c.status_id)"
                        + " or reposts <> (select count(*) from status r where r.repost_of = c.status_id)"
                        + " or replies <> (select count(*) from status r where r.in_reply_to = c.status_id)"
                        + " or quotes <> (select count(*) from status r where r.quote_of = c.status_id)"))
                .isZero();
        assertThat(count("status_count where quotes > 0")).isGreaterThan(20);
    }

    @Test
    void aSecondStartAddsNothing() {
        long posts = count("post");
        long views = count("engagement");
        demo.tell(() -> "hash");
        assertThat(count("post")).isEqualTo(posts);
        assertThat(count("engagement")).isEqualTo(views);
    }

    private static double number(Map<String, Object> figures, String key) {
        return Double.parseDouble(String.valueOf(figures.get(key)));
    }

    private static long count(String from) {
        return world.worker()
                .withHandle(handle -> handle.createQuery("select count(*) from " + from)
                        .mapTo(Long.class)
                        .one());
    }
}
