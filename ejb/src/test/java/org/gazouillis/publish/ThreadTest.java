package org.gazouillis.publish;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.gazouillis.compose.Details;
import org.gazouillis.compose.Plan;
import org.gazouillis.compose.PostChange;
import org.gazouillis.compose.PostOrder;
import org.gazouillis.compose.PostRefused;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.PostId;
import org.gazouillis.testrig.Pen;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Posts of several parts, and accounts that say it in their own words.
class ThreadTest {
    private static final AccountId SECOND = new AccountId(404);

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
    void partsFollowEachOtherAsReplies() {
        PostId post = write("One", List.of("Two #tag @anna", " ", "Three"), Map.of(), Plan.NOW);
        assertThat(publisher.publish(post)).isEqualTo(new Batch(1, 1, 0, 0, 0));
        assertThat(strings("select text from status order by id")).containsExactly("One", "Two #tag @anna", "Three");
        assertThat(strings("select coalesce(p.text, '-') from status s left join status p on p.id = s.in_reply_to"
                        + " order by s.id"))
                .containsExactly("-", "One", "Two #tag @anna");
        assertThat(strings("select distinct conversation_id = (select min(id) from status) from status"))
                .containsExactly("t");
        assertThat(strings("select replies from status_count order by status_id"))
                .containsExactly("1", "1");
        assertThat(strings("select tag from hashtag_status")).containsExactly("tag");
        assertThat(strings("select count(*) from outbox where kind = 'StatusPosted'"))
                .containsExactly("3");
        assertThat(strings("select count(*) from publication")).containsExactly("1");
    }

    @Test
    void manyThreadsGoOutOnceEachAndInOrderFromManyPublishers() throws Exception {
        int posts = 60;
        for (int i = 0; i < posts; i++) {
            List<String> parts =
                    IntStream.range(0, i % 10).mapToObj(n -> "part " + n).toList();
            write("head " + i, parts, Map.of(), Plan.NOW);
        }
        Callable<Integer> work = publisher::publishDue;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> each : threads.invokeAll(List.of(work, work, work))) {
                assertThat(each.get()).isNotNegative();
            }
        }
        assertThat(strings("select distinct state from post")).containsExactly("PUBLISHED");
        assertThat(strings("select count(*) from status where in_reply_to is null"))
                .containsExactly("60");
        assertThat(strings("select count(*) from status where in_reply_to is not null"))
                .containsExactly("270");
        assertThat(strings("""
                select count(*) from status s join status p on p.id = s.in_reply_to
                where s.id <= p.id or s.conversation_id <> p.conversation_id
                   or (s.text <> 'part 0' and p.text <> 'part ' || (substr(s.text, 6)::int - 1))
                """)).containsExactly("0");
    }

    @Test
    void anAccountMaySayItInItsOwnWords() {
        world.profile("nord_too");
        world.worker()
                .useHandle(handle -> handle.execute("insert into social_account (workspace_id, id, brand_id, network,"
                        + " handle, profile_id, created_at) select 101, 404, 201, 'gazouillis', 'nord_too', id, now()"
                        + " from profile where handle = 'nord_too'"));
        PostId post = write("For all #one", List.of(), Map.of(SECOND, "For some #two"), Plan.NOW);
        publisher.publish(post);
        assertThat(strings("select p.handle || ': ' || s.text || ' ' || s.hashtags::text from status s"
                        + " join profile p on p.id = s.profile_id order by p.handle"))
                .containsExactly("nord: For all #one {one}", "nord_too: For some #two {two}");
    }

    @Test
    void everyPartIsHeldToTheSameRulesAndAChangeOfOneIsARevision() {
        assertThatThrownBy(() -> write("One", List.of("x".repeat(141)), Map.of(), Plan.LATER))
                .isInstanceOf(PostRefused.class)
                .hasMessageContaining("Part 2");
        assertThatThrownBy(() -> write("One", java.util.Collections.nCopies(10, "p"), Map.of(), Plan.LATER))
                .isInstanceOf(PostRefused.class)
                .hasMessageContaining("at most 10 parts");
        PostId post = write("One", List.of("Two"), Map.of(), Plan.LATER);
        Details other = new Details(null, null, null, List.of("Deux"), null);
        marc.tell(composer -> composer.change(post, new PostChange(null, null, null, false, null, null, other)));
        marc.tell(composer -> composer.change(post, PostChange.reword("Un")));
        assertThat(strings("select revision || text || (parts -> 0 ->> 'text') from post"))
                .containsExactly("3UnDeux");
        assertThat(strings("select revision || text || (parts -> 0 ->> 'text') from post_revision order by revision"))
                .containsExactly("1OneTwo", "2OneDeux", "3UnDeux");
    }

    private PostId write(String text, List<String> parts, Map<AccountId, String> variants, Plan plan) {
        Details details = new Details(null, null, null, parts, variants);
        return marc.ask(composer ->
                composer.write(new PostOrder(World.NORD, text, null, List.of(), null, plan, details), null));
    }

    private List<String> strings(String sql) {
        return world.worker()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
