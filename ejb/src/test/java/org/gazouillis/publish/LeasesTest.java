package org.gazouillis.publish;

import java.time.Duration;
import org.gazouillis.kernel.PostId;
import org.gazouillis.network.FakeServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gazouillis.publish.OutsideWorld.MASTODON;

class LeasesTest {
    private final OutsideWorld outside = new OutsideWorld();
    private final FakeServer server = new FakeServer();

    @BeforeEach
    void connect() {
        outside.connect(MASTODON, "mastodon", server.address());
    }

    @AfterEach
    void close() {
        outside.dispatcher.stop();
        server.close();
    }

    @Test
    void aNodeThatWasAwayTooLongWritesNothing() {
        PostId post = outside.claimed("Frozen", MASTODON);
        Leases leases = new Leases(outside.world.worker(), outside.world.ids(), Duration.ofMillis(1));
        Delivery held = leases.take(outside.network("mastodon"), 5).getFirst();
        outside.run("update publication set lease_until = now() - interval '1 second'");
        outside.upkeep.run();
        assertThat(outside.state(post, MASTODON)).isEqualTo("UNKNOWN");
        Settlement settlement = new Settlement(outside.world.worker(), outside.world.ids());
        Verdict late = Verdict.of(PublicationState.REJECTED, "REJECTED", "content", "", held);
        assertThat(settlement.write(held, late)).isFalse();
        assertThat(outside.state(post, MASTODON)).isEqualTo("UNKNOWN");
        assertThat(outside.text("select outcome from attempt")).isEqualTo("LOST");
    }

    @Test
    void twoNodesNeverHoldTheSameAccount() {
        outside.claimed("One", MASTODON);
        outside.claimed("Two", MASTODON);
        Leases leases = new Leases(outside.world.worker(), outside.world.ids(), Duration.ofMinutes(1));
        assertThat(leases.take(outside.network("mastodon"), 5)).hasSize(1);
        assertThat(leases.take(outside.network("mastodon"), 5)).isEmpty();
        assertThat(leases.takeNext(outside.network("mastodon"), MASTODON)).isEmpty();
    }

    @Test
    void anAccountThatSpentItsBudgetWaits() {
        outside.claimed("One more", MASTODON);
        outside.run("""
                insert into post (workspace_id, id, brand_id, author_id, text, lang, state, content_hash, created_at, updated_at)
                select workspace_id, n, brand_id, author_id, text, lang, 'PUBLISHED', content_hash, now(), now()
                from post, generate_series(1, 300) n;
                insert into publication (workspace_id, id, post_id, brand_id, account_id, network, state, text, remote_id,
                                         published_at)
                select 101, n, n, 201, 450, 'mastodon', 'CONFIRMED', 'x', n, now() - interval '4 minutes'
                from generate_series(1, 300) n
                """);
        Leases leases = new Leases(outside.world.worker(), outside.world.ids(), Duration.ofMinutes(1));
        assertThat(leases.take(outside.network("mastodon"), 5)).isEmpty();
        outside.run("update publication set published_at = now() - interval '6 minutes' where id = 300");
        assertThat(leases.take(outside.network("mastodon"), 5)).hasSize(1);
    }

    @Test
    void aCallBegunTooLateIsNotMade() {
        PostId post = outside.claimed("Late", MASTODON);
        Leases leases = new Leases(outside.world.worker(), outside.world.ids(), Duration.ofMinutes(1));
        Delivery held = leases.take(outside.network("mastodon"), 1).getFirst();
        Courier courier =
                new Courier(outside.networks.connector("mastodon"), outside.box, OutsideWorld.QUICK, outside.images);
        Outcome outcome =
                courier.deliver(held, System.nanoTime() - Duration.ofSeconds(16).toNanos());
        assertThat(outcome).isInstanceOf(Outcome.NotBegun.class);
        assertThat(server.asked()).isEmpty();
        Verdict verdict = new Judgement(OutsideWorld.QUICK).of(held, outcome, outside.network("mastodon"));
        assertThat(new Settlement(outside.world.worker(), outside.world.ids()).write(held, verdict))
                .isTrue();
        assertThat(outside.state(post, MASTODON)).isEqualTo("DUE");
    }

    @Test
    void aQuietPeriodThatBeganAfterTheClaimIsKept() {
        PostId post = outside.claimed("Not now", MASTODON);
        outside.run("""
                insert into quiet_period (workspace_id, id, name, zone, starts_at, ends_at, rule, created_by, created_at)
                values (101, 1, 'Silence', 'UTC', now() at time zone 'UTC' - interval '1 hour',
                        now() at time zone 'UTC' + interval '1 hour', 'HOLD', 501, now())
                """);
        Leases leases = new Leases(outside.world.worker(), outside.world.ids(), Duration.ofMinutes(1));
        assertThat(leases.take(outside.network("mastodon"), 1)).isEmpty();
        assertThat(outside.state(post, MASTODON)).isEqualTo("DUE");
        outside.run("update quiet_period set ends_at = starts_at + interval '1 minute'");
        assertThat(leases.take(outside.network("mastodon"), 1)).hasSize(1);
    }

    @Test
    void theWatchNamesWhatIsStuck() {
        DispatchWatch watch = new DispatchWatch(outside.world.worker());
        outside.claimed("Waiting", MASTODON);
        assertThat(watch.stuck()).isEmpty();
        outside.run("update publication set next_at = now() - interval '11 minutes'");
        assertThat(watch.stuck().orElseThrow().state()).isEqualTo("DUE");
        outside.run("update social_account set state = 'PAUSED' where id = 450");
        assertThat(watch.stuck()).isEmpty();
        outside.run("update publication set state = 'UNKNOWN', sent_at = now() - interval '16 minutes'");
        assertThat(watch.stuck().orElseThrow().many()).isEqualTo(1);
    }
}
