package org.gazouillis.publish;

import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.gazouillis.compose.Plan;
import org.gazouillis.compose.PostChange;
import org.gazouillis.compose.PostNotEditable;
import org.gazouillis.kernel.PostId;
import org.gazouillis.network.FakeServer;
import org.gazouillis.network.FakeServer.Answer;
import org.gazouillis.testrig.Pen;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gazouillis.publish.OutsideWorld.MASTODON;
import static org.gazouillis.publish.OutsideWorld.RSS;
import static org.gazouillis.publish.OutsideWorld.WEBHOOK;

class DispatcherTest {
    private static final Answer TAKEN = Answer.of(200, "{\"id\":\"77\",\"url\":\"https://m.example/@n/77\"}");
    private static final Answer NOTHING = Answer.of(200, "[]");

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
    void aPostOnBothGroundsIsOutWhenBothHaveIt() {
        PostId post = outside.claimed("Bonjour", World.NORD_ACCOUNT, MASTODON);
        assertThat(outside.state(post)).isEqualTo("CLAIMED");
        assertThat(outside.state(post, World.NORD_ACCOUNT)).isEqualTo("CONFIRMED");
        assertThat(outside.state(post, MASTODON)).isEqualTo("DUE");
        assertThat(outside.text("select count(*) from status")).isEqualTo("1");
        server.will(TAKEN);
        settle(post, "PUBLISHED");
        assertThat(outside.row(
                        "select remote_id, remote_url, attempts, status_id from publication where account_id = 450"))
                .containsEntry("remote_id", "77")
                .containsEntry("remote_url", "https://m.example/@n/77")
                .containsEntry("attempts", 1)
                .containsEntry("status_id", null);
        assertThat(outside.text("select outcome || ' ' || (ended_at >= started_at) || ' '"
                        + " || (content_hash = sha256('Bonjour'::bytea)) from attempt"))
                .isEqualTo("CONFIRMED true true");
        assertThat(outside.texts("select action from audit_entry where member_id is null order by id"))
                .containsExactlyInAnyOrder("post.claimed", "publication.confirmed", "post.published");
        assertThat(outside.texts("select kind from outbox order by id"))
                .containsExactlyInAnyOrder("StatusPosted", "PublicationConfirmed");
    }

    @Test
    void whatNobodyAnsweredIsFoundAndNotSentAgain() {
        server.will(
                FakeServer.SILENCE,
                Answer.of(
                        200, "[{\"id\":\"78\",\"created_at\":\"2999-01-01T00:00:00Z\",\"content\":\"<p>Once</p>\"}]"));
        PostId post = outside.claimed("Once", MASTODON);
        settle(post, "PUBLISHED");
        assertThat(posts()).isEqualTo(1);
        assertThat(outside.text("select remote_id from publication")).isEqualTo("78");
        assertThat(outside.texts("select kind || ' ' || outcome from attempt order by id"))
                .containsExactly("SEND UNKNOWN", "LOOK CONFIRMED");
    }

    @Test
    void whatIsTwiceNotThereIsSentAgain() {
        server.will(Answer.of(500, ""), NOTHING, NOTHING, TAKEN);
        PostId post = outside.claimed("Twice", MASTODON);
        settle(post, "PUBLISHED");
        assertThat(posts()).isEqualTo(2);
        assertThat(server.asked().getFirst().headers().get("idempotency-key"))
                .isEqualTo(server.asked().getLast().headers().get("idempotency-key"))
                .isEqualTo(post + ":450:1");
    }

    @Test
    void afterThreeSendingsInVainAPersonIsAsked() {
        for (int sending = 0; sending < 3; sending++) {
            server.will(Answer.of(502, ""), NOTHING, NOTHING);
        }
        PostId post = outside.claimed("Vain", MASTODON);
        settle(post, "CLAIMED unclear");
        assertThat(outside.state(post, MASTODON)).isEqualTo("NEEDS_PERSON unclear");
        assertThat(posts()).isEqualTo(3);
        assertThat(outside.texts("select kind from outbox")).contains("PublicationUnclear");
    }

    @Test
    void whatStandsThereTwiceIsShownToAPerson() {
        String one = "{\"id\":\"%s\",\"created_at\":\"2999-01-01T00:00:00Z\",\"content\":\"<p>Double</p>\"}";
        server.will(
                Answer.of(500, ""), Answer.of(200, "[" + one.replace("%s", "1") + "," + one.replace("%s", "2") + "]"));
        PostId post = outside.claimed("Double", MASTODON);
        settle(post, "CLAIMED unclear");
        assertThat(outside.state(post, MASTODON)).isEqualTo("NEEDS_PERSON doubled");
    }

    @Test
    void aRevokedTokenStopsTheAccountOnceAndNothingIsTriedAgain() {
        PostId first = outside.claimed("First", MASTODON);
        PostId second = outside.claimed("Second", MASTODON);
        server.will(Answer.of(401, "{}"));
        settle(first, "FAILED refused");
        outside.dispatcher.run();
        outside.upkeep.run();
        assertThat(server.asked()).hasSize(1);
        assertThat(outside.state(second, MASTODON)).isEqualTo("DUE");
        assertThat(outside.text("select state || ' ' || trouble from social_account where id = 450"))
                .isEqualTo("PAUSED ACCESS");
        assertThat(outside.texts("select kind from outbox where kind = 'AccountPaused'"))
                .hasSize(1);
    }

    @Test
    void slowDownHoldsTheWholeAccount() {
        server.will(new Answer(429, Map.of("Retry-After", "120"), ""));
        PostId first = outside.claimed("First", MASTODON);
        PostId second = outside.claimed("Second", MASTODON);
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
            outside.dispatcher.run();
            return !outside.texts("select outcome from attempt where outcome = 'LATER'")
                    .isEmpty();
        });
        outside.dispatcher.run();
        assertThat(server.asked()).hasSize(1);
        assertThat(outside.text(
                        "select paused_until > now() + interval '115 seconds' from social_account where id = 450"))
                .isEqualTo("t");
        outside.run("update social_account set paused_until = null");
        outside.run("update publication set next_at = now()");
        server.will(TAKEN, Answer.of(200, "{\"id\":\"78\"}"));
        settle(second, "PUBLISHED");
        assertThat(outside.state(first)).isEqualTo("PUBLISHED");
        assertThat(server.asked().get(1).body()).as("order is kept").contains("First");
    }

    @Test
    void anAnswerThatIsHalfAJsonIsLookedUp() {
        server.will(Answer.of(200, "{\"id\":\"7"), NOTHING, NOTHING, TAKEN);
        settle(outside.claimed("Half", MASTODON), "PUBLISHED");
        assertThat(outside.texts("select outcome from attempt order by id"))
                .containsExactly("UNKNOWN", "ABSENT", "ABSENT", "CONFIRMED");
    }

    @ParameterizedTest
    @CsvSource({
        "fence, HOLD, HELD fence",
        "late, HOLD, HELD late",
        "late, DROP, MISSED late",
        "disconnected, HOLD, FAILED refused"
    })
    void whatMustNotGoOutAnyMoreDoesNot(String what, String policy, String post) {
        PostId waiting = outside.claimed("Great news!", MASTODON);
        switch (what) {
            case "fence" -> outside.run("""
                        insert into fence (workspace_id, id, brand_id, reason, raised_by, raised_at)
                        values (101, 1, 201, 'crisis', 501, now())
                        """);
            case "late" -> {
                outside.run("update post set late_policy = '" + policy + "'");
                outside.run("update publication set due_at = now() - interval '2 hours'");
            }
            default -> outside.run("update social_account set state = 'DISCONNECTED' where id = 450");
        }
        outside.dispatcher.run();
        outside.upkeep.run();
        assertThat(outside.state(waiting)).isEqualTo(post);
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void aRefusedPostThatIsPlannedAgainIsSentAgain() {
        server.will(Answer.of(422, "{}"));
        PostId post = outside.claimed("Wrong", MASTODON);
        settle(post, "FAILED refused");
        new Pen(outside.world, World.MARC)
                .tell(composer -> composer.change(post, new PostChange("Right", null, null, false, Plan.NOW, null)));
        outside.publisher.publish(post);
        server.will(TAKEN);
        settle(post, "PUBLISHED");
        assertThat(server.asked().getLast().body()).contains("Right");
        assertThat(server.asked().getLast().headers()).containsEntry("idempotency-key", post + ":450:2");
    }

    /// The case `edit-after-claim`.
    @Test
    void whatIsOnItsWayCannotBeChangedAndGoesOutAsItWas() {
        PostId post = outside.claimed("As approved", MASTODON);
        Pen marc = new Pen(outside.world, World.MARC);
        assertThatThrownBy(() -> marc.tell(composer -> composer.change(post, PostChange.reword("Other words"))))
                .isInstanceOf(PostNotEditable.class);
        assertThatThrownBy(() -> marc.tell(composer -> composer.cancel(post))).isInstanceOf(PostNotEditable.class);
        server.will(TAKEN);
        settle(post, "PUBLISHED");
        assertThat(server.asked().getFirst().body()).contains("As approved");
        assertThat(outside.text("select text from post")).isEqualTo("As approved");
    }

    @Test
    void aFeedHasItAsSoonAsItIsTaken() {
        outside.connect(RSS, "rss", server.address());
        settle(outside.claimed("Read me", RSS), "PUBLISHED");
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void aReceiverThatDoesNotAnswerGetsTheSameAgain() {
        outside.connect(WEBHOOK, "webhook", server.address());
        server.will(Answer.of(500, ""), FakeServer.SILENCE, Answer.of(200, ""));
        PostId post = outside.claimed("Hook", WEBHOOK);
        settle(post, "PUBLISHED");
        assertThat(server.asked())
                .extracting(each -> each.headers().get("webhook-id"))
                .containsExactly(post + ":452:1", post + ":452:1", post + ":452:1");
    }

    @Test
    void aReceiverThatFailsForADayIsPausedWithANotice() {
        outside.connect(WEBHOOK, "webhook", server.address());
        server.will(Answer.of(500, ""));
        outside.run("update social_account set failing_since = now() - interval '25 hours' where id = 452");
        outside.claimed("Hook", WEBHOOK);
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
            outside.dispatcher.run();
            return outside.text("select state || coalesce(' ' || trouble, '') from social_account where id = 452")
                    .equals("PAUSED FAILING");
        });
        assertThat(outside.texts("select kind from outbox where kind = 'AccountPaused'"))
                .hasSize(1);
    }

    @Test
    void withoutTheKeyNothingGoesOutAndNothingIsLost() {
        PostId post = outside.claimed("Locked", MASTODON);
        outside.run("update account_access set key_id = '0123456789abcdef'");
        OutsideGate gate = new OutsideGate(outside.world.worker(), outside.box);
        gate.open();
        assertThat(gate.trouble()).contains("0123456789abcdef");
        assertThat(gate.check().up()).isTrue();
        assertThat(gate.check().detail()).contains("closed");
        outside.dispatcher.run();
        assertThat(outside.state(post, MASTODON)).isEqualTo("DUE");
        assertThat(outside.text("select count(*) from attempt")).isEqualTo("0");
    }

    /// Runs the clock's work until the post stands so.
    private void settle(PostId post, String state) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    outside.dispatcher.run();
                    outside.upkeep.run();
                    return outside.state(post).equals(state);
                });
    }

    private long posts() {
        return server.asked().stream()
                .filter(each -> each.method().equals("POST"))
                .count();
    }
}
