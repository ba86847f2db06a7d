package org.gazouillis.publish;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.gazouillis.kernel.FenceId;
import org.gazouillis.kernel.PostId;
import org.gazouillis.kernel.TriageId;
import org.gazouillis.testrig.Brake;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TriageTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final PostId FIRST = new PostId(1_001);
    private static final PostId SECOND = new PostId(1_002);
    private static final PostId THIRD = new PostId(1_003);

    private World world;
    private Brake anna;
    private Publisher publisher;

    @BeforeEach
    void build() {
        world = World.fresh();
        anna = new Brake(world, World.ANNA);
        publisher = new Publisher(world.worker(), world.ids());
        held(FIRST, "2026-11-20 09:00", "HELD", "fence");
        held(SECOND, "2026-11-21 09:00", "MISSED", "late");
        held(THIRD, "2026-11-23 09:00", "HELD", "late");
    }

    @Test
    void showsWhatWaitsInTheOrderOfItsTime() {
        HeldPosts waiting = anna.triage(triage -> triage.waiting(null));
        assertThat(waiting.all()).isEqualTo(3);
        assertThat(waiting.posts()).extracting(HeldPost::id).containsExactly(FIRST, SECOND, THIRD);
        assertThat(waiting.posts()).extracting(HeldPost::reason).containsExactly("fence", "late", "late");
        assertThat(new Brake(world, World.RITA)
                        .<HeldPosts>triage(triage -> triage.waiting(null))
                        .all())
                .isZero();
    }

    @Test
    void releasingAndWaitingSendsNothing() {
        FenceId stop = anna.desk(desk -> desk.raise(StopWish.ofBrand(World.NORD)));
        anna.tell(desk -> desk.release(stop));
        assertThat(publisher.publishDue()).isZero();
        assertThat(states()).containsOnlyOnce("MISSED").containsSubsequence("HELD");
    }

    @Test
    void sendingGoesOneAfterTheOther() {
        TriageDone done = anna.triage(
                triage -> triage.decide(TriageOrder.send(List.of(FIRST, THIRD), Duration.ofMinutes(5), Duration.ZERO)));
        assertThat(done.changed()).isEqualTo(2);
        assertThat(publisher.publishDue()).isEqualTo(1);
        assertThat(states()).containsExactly("PUBLISHED", "MISSED", "SCHEDULED");
        assertThat(gap(FIRST, THIRD)).isEqualTo(Duration.ofMinutes(5));
        assertThat(strings("select action from audit_entry order by id"))
                .contains("post.triage_send", "post.published");
    }

    @Test
    void reDatingKeepsTheDistancesOnTheWall() {
        Instant to = LocalDateTime.parse("2030-03-29T09:00").atZone(PARIS).toInstant();
        anna.triage(triage -> triage.decide(TriageOrder.redate(List.of(), to, null)));
        assertThat(strings("select local_at::text from post order by id"))
                .as("the clocks change on 31 March")
                .containsExactly("2030-03-29 09:00:00", "2030-03-30 09:00:00", "2030-04-01 09:00:00");
        assertThat(gap(FIRST, THIRD)).isEqualTo(Duration.ofHours(71));
    }

    @Test
    void reDatingWithANewDistance() {
        Instant to = Instant.parse("2030-01-01T08:00:00Z");
        anna.triage(triage -> triage.decide(TriageOrder.redate(List.of(), to, Duration.ofHours(2))));
        assertThat(gap(FIRST, SECOND)).isEqualTo(Duration.ofHours(2));
        assertThat(gap(FIRST, THIRD)).isEqualTo(Duration.ofHours(4));
    }

    @Test
    void everyDecisionCanBeUndoneOnce() {
        List<Map<String, Object>> before = rows();
        TriageId dropped = anna.triage(triage -> triage.decide(TriageOrder.drop(List.of())))
                .id();
        assertThat(states()).containsOnly("CANCELLED");
        assertThat(anna.<Integer>triage(triage -> triage.undo(dropped))).isEqualTo(3);
        assertThat(rows()).isEqualTo(before);
        assertThat(anna.<Integer>triage(triage -> triage.undo(dropped))).isZero();
        TriageId sent = anna.triage(triage ->
                        triage.decide(TriageOrder.send(List.of(FIRST, SECOND), Duration.ofMinutes(5), Duration.ZERO)))
                .id();
        publisher.publishDue();
        assertThat(anna.<Integer>triage(triage -> triage.undo(sent)))
                .as("what is out stays out")
                .isEqualTo(1);
        assertThat(states()).containsExactly("PUBLISHED", "MISSED", "HELD");
    }

    @Test
    void whatAStopStillCoversIsNotSentAndCanBeDropped() {
        anna.desk(desk -> desk.raise(StopWish.ofBrand(World.NORD)));
        assertThat(anna.<HeldPosts>triage(triage -> triage.waiting(World.NORD)).posts())
                .allMatch(HeldPost::stopped);
        TriageDone sent =
                anna.triage(triage -> triage.decide(TriageOrder.send(List.of(), Duration.ofMinutes(5), Duration.ZERO)));
        assertThat(sent.changed()).isZero();
        assertThat(sent.stopped()).isEqualTo(3);
        assertThat(anna.triage(triage -> triage.decide(TriageOrder.drop(List.of(FIRST))))
                        .changed())
                .isEqualTo(1);
    }

    @Test
    void nobodyTriagesWhatIsNotTheirs() {
        Brake rita = new Brake(world, World.RITA);
        assertThat(rita.triage(triage -> triage.decide(TriageOrder.drop(List.of(FIRST))))
                        .changed())
                .isZero();
        TriageId mine = anna.triage(triage -> triage.decide(TriageOrder.drop(List.of(FIRST))))
                .id();
        assertThatThrownBy(() -> rita.triage(triage -> triage.undo(mine))).isInstanceOf(StopNotFound.class);
    }

    @Test
    void refusesFloodsAndTimesThatHavePassed() {
        assertThatThrownBy(() -> TriageOrder.send(List.of(), Duration.ofSeconds(1), Duration.ZERO))
                .isInstanceOf(StopNotPlausible.class)
                .hasMessageContaining("flood");
        assertThatThrownBy(() -> anna.triage(triage ->
                        triage.decide(TriageOrder.redate(List.of(), Instant.parse("2020-01-01T00:00:00Z"), null))))
                .isInstanceOf(StopNotPlausible.class)
                .hasMessageContaining("has passed");
    }

    private void held(PostId id, String local, String state, String reason) {
        world.worker()
                .useHandle(handle -> handle.createUpdate("""
                        insert into post (workspace_id, id, brand_id, author_id, account_ids, text, lang, state, failure,
                                          due_at, local_at, zone, content_hash, created_at, updated_at)
                        values (101, :id, 201, 501, '{401}', 'Post ' || :id, 'en', :state, :reason,
                                cast(:local as timestamp) at time zone 'Europe/Paris', cast(:local as timestamp),
                                'Europe/Paris', sha256('x'), now(), now())
                        """)
                        .bind("id", id)
                        .bind("state", state)
                        .bind("reason", reason)
                        .bind("local", local)
                        .execute());
    }

    private Duration gap(PostId from, PostId to) {
        return world.worker().withHandle(handle -> Duration.between(due(handle, from), due(handle, to)));
    }

    private static Instant due(org.jdbi.v3.core.Handle handle, PostId post) {
        return handle.createQuery("select due_at from post where id = :id")
                .bind("id", post)
                .mapTo(Instant.class)
                .one();
    }

    private List<String> states() {
        return strings("select state from post order by id");
    }

    private List<Map<String, Object>> rows() {
        return world.worker()
                .withHandle(handle -> handle.createQuery(
                                "select id, state, failure, due_at, local_at, zone from post order by id")
                        .mapToMap()
                        .list());
    }

    private List<String> strings(String sql) {
        return world.worker()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
