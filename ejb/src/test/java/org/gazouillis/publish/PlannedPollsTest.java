package org.gazouillis.publish;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gazouillis.compose.Check;
import org.gazouillis.compose.Details;
import org.gazouillis.compose.Plan;
import org.gazouillis.compose.PostChange;
import org.gazouillis.compose.PostOrder;
import org.gazouillis.compose.PostRefused;
import org.gazouillis.compose.Revisions;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.PostId;
import org.gazouillis.network.PollTerms;
import org.gazouillis.security.Permissions;
import org.gazouillis.testrig.Entities;
import org.gazouillis.testrig.Pen;
import org.gazouillis.testrig.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

/// Posts that ask something, from the desk to the timeline.
class PlannedPollsTest {
    private static final AccountId OUTSIDE = new AccountId(404);
    private static final PollTerms TEA =
            new PollTerms(List.of("Thé \"vert\"", "Café"), true, true, Duration.ofHours(2));

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
    void aPlannedPollGoesOutWithItsPostAndItsTimeBeginsThen() {
        PostId post = write("Tea?", TEA, Plan.NOW);
        assertThat(publisher.publish(post)).isEqualTo(new Batch(1, 1, 0, 0, 0));
        assertThat(strings("""
                select array_to_string(o.options, '|') || ' ' || o.multiple || ' ' || o.hide_totals || ' '
                         || (o.ends_at - s.created_at) || ' ' || o.counts::text || ' ' || o.voters
                from poll o join status s on s.id = o.status_id
                """)).containsExactly("Thé \"vert\"|Café true true 02:00:00 {0,0} 0");
        assertThat(strings("select s.text from poll o join status s on s.id = o.status_id"))
                .containsExactly("Tea?");
    }

    @Test
    void manyPublishersAtOncePutEachPollOnceAndOnlyWhereOneIsMeant() throws Exception {
        int posts = 60;
        for (int i = 0; i < posts; i++) {
            write("post " + i, i % 3 == 0 ? TEA : null, Plan.NOW);
        }
        Callable<Integer> work = publisher::publishDue;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> each : threads.invokeAll(List.of(work, work, work))) {
                assertThat(each.get()).isNotNegative();
            }
        }
        assertThat(strings("select count(*) from status")).containsExactly("60");
        assertThat(strings("""
                select count(*) from poll o join status s on s.id = o.status_id
                join publication u on u.id = s.publication_id join post p on p.id = u.post_id
                where p.poll is not null and substr(s.text, 6)::int % 3 = 0
                """)).containsExactly("20");
        assertThat(strings("select count(*) from poll")).containsExactly("20");
    }

    @Test
    void aChangeOfThePollIsARevisionAndNoOptionsTakeItAway() {
        PostId post = write("Tea?", TEA, Plan.LATER);
        change(post, PollTerms.parse(TEA.json()));
        assertThat(strings("select revision from post")).containsExactly("1");
        change(post, new PollTerms(List.of("Oui", "Non"), false, false, Duration.ofDays(1)));
        assertThat(strings("select revision || (poll -> 'options' ->> 0) from post"))
                .containsExactly("2Oui");
        marc.tell(composer -> composer.change(post, PostChange.reword("And now?")));
        change(post, PollTerms.NONE);
        assertThat(strings("select revision || coalesce(poll::text, '-') from post"))
                .containsExactly("4-");
        PostChange back = world.as(
                World.MARC,
                () -> new Revisions(world.app(), new Permissions(Entities.current(World.MARC))).back(post, 1));
        marc.tell(composer -> composer.change(post, back));
        assertThat(strings("select text || (poll -> 'options' ->> 1) from post"))
                .containsExactly("Tea?Café");
    }

    @Test
    void whatCannotBePutToReadersIsRefusedAtTheDesk() {
        assertThat(refusal(new PollTerms(List.of("Only"), false, false, Duration.ofDays(1))))
                .containsExactly(Check.Code.POLL_OPTIONS);
        assertThat(refusal(new PollTerms(List.of("{shop}", "b", "b"), false, false, Duration.ofDays(40))))
                .containsExactlyInAnyOrder(
                        Check.Code.POLL_OPTION_TWICE, Check.Code.POLL_DURATION, Check.Code.VARIABLE_UNKNOWN);
    }

    @Test
    void aPollIsForTheBuiltInTimelineAlone() {
        world.worker()
                .useHandle(handle -> handle.execute("insert into social_account (workspace_id, id, brand_id, network,"
                        + " handle, created_at) values (101, 404, 201, 'webhook', 'hook', now())"));
        assertThatThrownBy(() -> marc.ask(composer -> composer.write(
                        new PostOrder(
                                World.NORD,
                                "Tea?",
                                null,
                                List.of(World.NORD_ACCOUNT, OUTSIDE),
                                null,
                                Plan.LATER,
                                Details.NONE.asking(TEA)),
                        null)))
                .isInstanceOf(PostRefused.class)
                .hasMessageContaining("built-in timeline only");
    }

    private List<Check.Code> refusal(PollTerms poll) {
        List<Check.Code> codes = new ArrayList<>();
        assertThatThrownBy(() -> write("Tea?", poll, Plan.LATER))
                .asInstanceOf(type(PostRefused.class))
                .satisfies(refused -> refused.reasons().forEach(check -> codes.add(check.code())));
        return codes;
    }

    private void change(PostId post, @Nullable PollTerms poll) {
        Details details = Details.NONE.asking(poll);
        marc.tell(composer -> composer.change(post, new PostChange(null, null, null, false, null, null, details)));
    }

    private PostId write(String text, @Nullable PollTerms poll, Plan plan) {
        Details details = Details.NONE.asking(poll);
        return marc.ask(composer ->
                composer.write(new PostOrder(World.NORD, text, null, List.of(), null, plan, details), null));
    }

    private List<String> strings(String sql) {
        return world.worker()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
