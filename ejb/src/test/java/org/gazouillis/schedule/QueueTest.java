package org.gazouillis.schedule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.compose.Plan;
import org.gazouillis.compose.PostChange;
import org.gazouillis.kernel.PostId;
import org.gazouillis.publish.Publisher;
import org.gazouillis.security.Permissions;
import org.gazouillis.testrig.Entities;
import org.gazouillis.testrig.Pen;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class QueueTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);

    private World world;
    private Pen marc;
    private Permissions permissions;
    private QueueSlots slots;

    @BeforeEach
    void build() {
        world = World.fresh();
        marc = new Pen(world, World.MARC);
        permissions = new Permissions(Entities.current(World.MARC));
        slots = new QueueSlots(world.app(), permissions, trail(), world.ids());
        as(() -> {
            slots.add(World.NORD, World.NORD_ACCOUNT, EVERY_DAY, LocalTime.of(9, 30), PARIS);
            slots.add(World.NORD, World.NORD_ACCOUNT, EVERY_DAY, LocalTime.of(18, 0), PARIS);
            return true;
        });
    }

    @Test
    void eachPostGetsTheNextTimeThatIsFree() {
        List<Instant> free = free();
        marc.nord("At a time of its own", Plan.at(org.gazouillis.compose.DueTime.exactly(free.get(1), PARIS)));
        PostId first = enqueue("One");
        PostId second = enqueue("Two");
        assertThat(due(first)).isEqualTo(free.get(0));
        assertThat(due(second)).as("the second time was taken").isEqualTo(free.get(2));
        assertThat(strings("select local_at::time || ' ' || zone from post where id = " + first)
                        .getFirst())
                .endsWith("Europe/Paris");
        marc.tell(composer -> composer.cancel(first));
        assertThat(due(enqueue("Three")))
                .as("a cancelled post gives its time back")
                .isEqualTo(free.get(0));
    }

    @Test
    void manyAtOnceNeverGetTheSameTime() throws Exception {
        Callable<PostId> one = () -> enqueue("At once");
        Set<Instant> times = new HashSet<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<PostId> each : threads.invokeAll(java.util.Collections.nCopies(12, one))) {
                times.add(due(each.get()));
            }
        }
        assertThat(times).hasSize(12);
        assertThat(strings("select count(distinct due_at)::text from slot_taken"))
                .containsExactly("12");
    }

    @Test
    void aPostWithoutAFreeTimeIsRefusedAndNotKept() {
        as(() -> {
            slots.of(World.NORD).forEach(slot -> slots.remove(slot.id()));
            return true;
        });
        assertThatThrownBy(() -> enqueue("Nowhere"))
                .isInstanceOf(QueueRefused.class)
                .hasMessageContaining("Add times to its queue");
        assertThat(strings("select id::text from post")).isEmpty();
    }

    @Test
    void swappingExchangesTimesAndSwappingBackUndoesIt() {
        PostId one = enqueue("One");
        PostId two = enqueue("Two");
        List<Instant> before = List.of(due(one), due(two));
        swap(one, two);
        assertThat(List.of(due(two), due(one))).isEqualTo(before);
        assertThat(strings("select post_id::text from slot_taken order by due_at"))
                .containsExactly(two.toString(), one.toString());
        swap(one, two);
        assertThat(List.of(due(one), due(two))).isEqualTo(before);
    }

    @Test
    void anyOrderCanBeMadeAndAShuffleKeepsTheTimes() {
        List<PostId> posts = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            posts.add(enqueue("Post " + i));
        }
        List<Instant> times = posts.stream().map(this::due).toList();
        List<PostId> wanted =
                List.of(posts.get(3), posts.get(0), posts.get(5), posts.get(1), posts.get(4), posts.get(2));
        assertThat(as(() -> order().arrange(World.NORD, wanted)).stream().map(QueueOrder.Place::post))
                .containsExactlyElementsOf(wanted);
        assertThat(wanted.stream().map(this::due)).containsExactlyElementsOf(times);
        as(() -> order().shuffle(World.NORD, posts));
        assertThat(posts.stream().map(this::due)).containsExactlyInAnyOrderElementsOf(times);
    }

    @Test
    void whatIsOutOrForeignIsNotMoved() {
        PostId one = enqueue("One");
        PostId two = enqueue("Two");
        world.worker().useHandle(handle -> handle.execute("update post set state = 'PUBLISHED' where id = " + two));
        assertThatThrownBy(() -> swap(one, two))
                .isInstanceOf(QueueRefused.class)
                .hasMessageContaining("Read the queue again");
        assertThatThrownBy(() -> as(() -> order().arrange(World.NORD, List.of(one, one))))
                .isInstanceOf(WishNotPlausible.class);
    }

    @Test
    void aPausedQueueSendsNothingAndClosesUpInItsOrder() {
        List<PostId> posts = List.of(enqueue("One"), enqueue("Two"), enqueue("Three"));
        PostId own = marc.nord("Own time", Plan.NOW);
        as(() -> {
            pause().pause(World.NORD, World.NORD_ACCOUNT);
            return true;
        });
        world.worker().useHandle(handle -> {
            handle.execute("update post set due_at = now() - interval '10 minutes' where id = " + posts.getFirst());
            handle.execute(
                    "update slot_taken set due_at = now() - interval '10 minutes' where post_id = " + posts.getFirst());
            handle.execute("update slot_taken t set due_at = p.due_at from post p where p.id = t.post_id");
        });
        new Publisher(world.worker(), world.ids()).publishDue();
        assertThat(strings("select failure from post where state = 'HELD' order by id"))
                .containsExactly("paused", "paused");
        List<Instant> free = free();
        assertThat(as(() -> pause().resume(World.NORD, World.NORD_ACCOUNT))).isEqualTo(3);
        assertThat(strings("select state from post where id = " + own + " and failure = 'paused'"))
                .as("a time of its own that passed is for a person to decide")
                .containsExactly("HELD");
        List<Instant> times = posts.stream().map(this::due).toList();
        assertThat(times).isSorted().doesNotHaveDuplicates();
        assertThat(times.getFirst()).isAfter(Instant.now());
        assertThat(free).isNotEmpty();
        assertThat(strings("select text from post where state = 'SCHEDULED' order by due_at"))
                .containsExactly("One", "Two", "Three");
        new Publisher(world.worker(), world.ids()).publishDue();
        assertThat(strings("select id::text from post where state = 'PUBLISHED'"))
                .isEmpty();
    }

    @Test
    void aPostCanBeSentToTheEndOfTheQueueAgain() {
        PostId one = enqueue("One");
        PostId two = enqueue("Two");
        marc.tell(composer ->
                new QueuePlanner(composer, world.app(), permissions).requeue(one, PostChange.replan(Plan.QUEUE)));
        assertThat(due(one)).as("its own time is the next free one").isBefore(due(two));
        assertThat(strings("select state from post")).containsOnly("SCHEDULED");
    }

    private PostId enqueue(String text) {
        return marc.ask(composer ->
                new QueuePlanner(composer, world.app(), permissions).enqueue(Pen.order(text, Plan.QUEUE), null));
    }

    private void swap(PostId one, PostId other) {
        as(() -> order().swap(World.NORD, one, other));
    }

    private QueueOrder order() {
        return new QueueOrder(world.app(), permissions, world.ids());
    }

    private QueuePause pause() {
        return new QueuePause(world.app(), permissions, trail());
    }

    private AuditTrail trail() {
        return new AuditTrail(world.ids(), world.clock());
    }

    private List<Instant> free() {
        return as(() -> slots.free(World.NORD, 2)).stream()
                .map(each -> each.due().at())
                .toList();
    }

    private <T> T as(java.util.function.Supplier<T> work) {
        return world.as(World.MARC, work);
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
