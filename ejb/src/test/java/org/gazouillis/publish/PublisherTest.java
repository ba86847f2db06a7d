package org.gazouillis.publish;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gazouillis.compose.DueTime;
import org.gazouillis.compose.Plan;
import org.gazouillis.compose.PostChange;
import org.gazouillis.compose.PostNotEditable;
import org.gazouillis.kernel.PostId;
import org.gazouillis.testrig.Pen;
import org.gazouillis.testrig.World;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class PublisherTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private World world;
    private Pen marc;
    private Publisher publisher;

    @BeforeEach
    void build() {
        world = World.fresh();
        marc = new Pen(world, World.MARC);
        publisher = new Publisher(world.worker(), world.ids());
    }

    @Test
    void aPostForNowIsOutWithAllThatBelongsToIt() {
        PostId post = marc.nord("Bonjour @Anna et @nobody #Été2026 https://example.com/a", Plan.NOW);
        Batch batch = publisher.publish(post);
        assertThat(batch).isEqualTo(new Batch(1, 1, 0, 0, 0));
        assertThat(row("select state, failure, published_at is not null as out from post"))
                .containsEntry("state", "PUBLISHED")
                .containsEntry("failure", null)
                .containsEntry("out", true);
        assertThat(row("""
                select s.text, s.profile_id, s.conversation_id = s.id as own, p.state, p.content_hash = o.content_hash as same
                from status s join publication p on p.id = s.publication_id and p.status_id = s.id
                join post o on o.id = p.post_id
                """))
                .containsEntry("profile_id", World.NORD_PROFILE.value())
                .containsEntry("own", true)
                .containsEntry("state", "CONFIRMED")
                .containsEntry("same", true);
        assertThat(strings("select tag from hashtag_status")).containsExactly("été2026");
        assertThat(strings("select p.handle from mention_status m join profile p on p.id = m.profile_id"))
                .containsExactly("anna");
        assertThat(strings("select kind || ' ' || coalesce(workspace_id, 0) || ' ' || payload from outbox order by id"))
                .containsExactly("StatusPosted 0 {\"profile\": 301}");
        assertThat(strings("select action from audit_entry order by id"))
                .containsExactlyInAnyOrder("post.written", "post.published");
    }

    @Test
    void aPostWaitsForItsTime() {
        marc.nord("Tomorrow", Plan.at(in(Duration.ofHours(1))));
        assertThat(publisher.publishDue()).isZero();
        assertThat(strings("select state from post")).containsExactly("SCHEDULED");
    }

    /// As when the tick comes between the writing of a post for now and its going out.
    @Test
    void aPostThatAnotherPublisherHasInHandIsOutOnceThisOneAnswers() throws Exception {
        PostId post = marc.nord("Right now", Plan.NOW);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Handle other = world.worker().open()) {
            other.begin();
            other.execute("update post set state = 'PUBLISHED', published_at = now() where id = ?", post);
            Future<Batch> batch = threads.submit(() -> publisher.publish(post));
            await().until(() -> !strings("""
                    select state from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
                    """).isEmpty());
            assertThat(batch).isNotDone();
            other.commit();
            assertThat(batch.get()).isEqualTo(new Batch(0, 0, 0, 0, 0));
        }
        assertThat(strings("select state from post")).containsExactly("PUBLISHED");
    }

    @Test
    void twoPublishersAtOnceSendEachPostOnce() throws Exception {
        due(2_500);
        Publisher other = new Publisher(world.worker(), new org.gazouillis.kernel.TimeOrderedIds(world.clock(), 2));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> both = List.of(publisher::publishDue, other::publishDue);
            int taken = 0;
            for (Future<Integer> each : threads.invokeAll(both)) {
                taken += each.get();
            }
            assertThat(taken).isEqualTo(2_500);
        }
        assertThat(row("""
                select count(*) as all, count(distinct publication_id) as once, count(distinct id) as ids from status
                """))
                .containsEntry("all", 2_500L)
                .containsEntry("once", 2_500L)
                .containsEntry("ids", 2_500L);
        assertThat(strings("select distinct state from post")).containsExactly("PUBLISHED");
    }

    @ParameterizedTest
    @CsvSource({
        "201, , HELD", // the brand
        ", , HELD", // everything
        "202, , PUBLISHED", // another brand
        "201, 999, PUBLISHED" // a campaign that the post does not belong to
    })
    void aFenceHoldsWhatItCovers(Long brand, Long campaign, String expected) {
        marc.nord("Great news!", Plan.NOW);
        world.worker()
                .useHandle(handle -> handle.execute(
                        "insert into fence (workspace_id, id, brand_id, campaign_id, reason, raised_by, raised_at)"
                                + " values (101, 1, ?, ?, 'crisis', 501, now())",
                        brand,
                        campaign));
        publisher.publishDue();
        assertThat(strings("select state || coalesce(' ' || failure, '') from post"))
                .containsExactly(expected.equals("HELD") ? "HELD fence" : expected);
    }

    @ParameterizedTest
    @CsvSource({"SEND_LATE, PUBLISHED,", "HOLD, HELD, PublishMissed", "DROP, MISSED, PublishMissed"})
    void aLatePostBecomesWhatItsPolicySays(String policy, String state, @Nullable String kind) {
        marc.nord("Good morning!", Plan.NOW);
        world.worker()
                .useHandle(handle ->
                        handle.execute("update post set due_at = now() - interval '2 hours', late_policy = ?", policy));
        publisher.publishDue();
        assertThat(strings("select state from post")).containsExactly(state);
        assertThat(strings("select kind from outbox where workspace_id is not null"))
                .isEqualTo(kind == null ? List.of() : List.of(kind));
        assertThat(strings("select text from status")).hasSize(state.equals("PUBLISHED") ? 1 : 0);
    }

    @Test
    void aPostWhoseAccountIsGoneFailsAndSaysSo() {
        marc.nord("Hello", Plan.NOW);
        world.worker().useHandle(handle -> handle.execute("update post set account_ids = '{402}'"));
        publisher.publishDue();
        assertThat(strings("select state || ' ' || failure from post")).containsExactly("FAILED no account");
        assertThat(strings("select text from status")).isEmpty();
    }

    @Test
    void aPoisonousPostFailsAloneAndTheOthersGoOut() {
        due(3);
        world.worker().useHandle(PublisherTest::poisonOne);
        publisher.publishDue();
        assertThat(strings("select state || ' ' || count(*) from post group by state order by 1"))
                .containsExactly("FAILED 1", "PUBLISHED 2");
        assertThat(strings("select kind from outbox where kind = 'PublishFailed'"))
                .hasSize(1);
    }

    @Test
    void whoeverIsChangingAPostKeepsItFromTheClaim() {
        PostId post = marc.nord("First thought", Plan.NOW);
        marc.tell(composer -> {
            composer.change(post, PostChange.reword("Second thought"));
            assertThat(publisher.publishDue()).isZero();
        });
        assertThat(publisher.publishDue()).isEqualTo(1);
        assertThat(row("select s.text, o.revision from status s, post o"))
                .containsEntry("text", "Second thought")
                .containsEntry("revision", 2);
    }

    @Test
    void aCancelledPostStaysSilent() {
        PostId post = marc.nord("Never mind", Plan.NOW);
        marc.tell(composer -> composer.cancel(post));
        assertThat(publisher.publishDue()).isZero();
        assertThat(strings("select state from post")).containsExactly("CANCELLED");
    }

    @Test
    void whatIsOutCannotBeChangedOrCancelled() {
        PostId post = marc.nord("Out", Plan.NOW);
        publisher.publish(post);
        assertThatThrownBy(() -> marc.tell(composer -> composer.cancel(post))).isInstanceOf(PostNotEditable.class);
        assertThatThrownBy(() -> marc.tell(composer -> composer.change(post, PostChange.reword("No"))))
                .isInstanceOf(PostNotEditable.class)
                .hasMessageContaining("PUBLISHED");
    }

    @Test
    void cancellingManyWhileTheyAreClaimedLosesAndDoublesNothing() throws Exception {
        due(150);
        List<PostId> all = world.worker()
                .withHandle(handle -> handle.createQuery("select id from post")
                        .mapTo(PostId.class)
                        .list());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> cancelling = threads.submit(() -> all.forEach(this::cancelIfStillPossible));
            while (!cancelling.isDone()) {
                publisher.publishDue();
            }
            cancelling.get();
        }
        publisher.publishDue();
        assertThat(row("""
                select count(*) filter (where p.state = 'CANCELLED') + count(s.id) as all,
                       count(*) filter (where (p.state = 'PUBLISHED') <> (s.id is not null)) as wrong
                from post p left join publication b on b.post_id = p.id left join status s on s.publication_id = b.id
                """)).containsEntry("all", 150L).containsEntry("wrong", 0L);
    }

    @Test
    void theWatchNamesTheOldestThatShouldBeOut() {
        PublishWatch watch = new PublishWatch(world.worker());
        assertThat(watch.backlog()).isEqualTo(new Backlog(0, null, null));
        PostId post = marc.nord("Where am I?", Plan.NOW);
        world.worker().useHandle(handle -> handle.execute("update post set due_at = now() - interval '61 seconds'"));
        assertThat(watch.backlog().posts()).isEqualTo(1);
        assertThat(watch.backlog().oldest()).isEqualTo(post);
        publisher.publishDue();
        assertThat(watch.backlog().posts()).isZero();
    }

    private void cancelIfStillPossible(PostId post) {
        try {
            marc.tell(composer -> composer.cancel(post));
        } catch (PostNotEditable alreadyOut) {
            assertThat(alreadyOut).hasMessageContaining("PUBLISHED");
        }
    }

    private DueTime in(Duration ahead) {
        Instant now = world.worker()
                .withHandle(handle ->
                        handle.createQuery("select now()").mapTo(Instant.class).one());
        return DueTime.exactly(now.plus(ahead), PARIS);
    }

    /// Copies of one post that the composer wrote, all due at one instant.
    private void due(int count) {
        PostId first = marc.nord("A sale #soldes", Plan.NOW);
        world.worker().useHandle(handle -> handle.execute("""
                        insert into post (workspace_id, id, brand_id, author_id, account_ids, text, lang, hashtags,
                                          state, due_at, local_at, zone, content_hash, created_at, updated_at)
                        select workspace_id, id + n, brand_id, author_id, account_ids, text || ' ' || n, lang, hashtags,
                               state, due_at, local_at, zone, content_hash, created_at, updated_at
                        from post, generate_series(1, ?) n where id = ?
                        """, count - 1, first.value()));
    }

    /// A text that the timeline refuses: PostgreSQL's own limit on an index entry serves as the poison.
    private static void poisonOne(Handle handle) {
        handle.execute("""
                update post set hashtags = array[(select string_agg(md5(n::text), '') from generate_series(1, 900) n)]
                where id = (select min(id) from post)
                """);
    }

    private Map<String, Object> row(String sql) {
        return world.worker()
                .withHandle(handle -> handle.createQuery(sql).mapToMap().one());
    }

    private List<String> strings(String sql) {
        return world.worker()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
