package org.gazouillis.timeline.live;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.microblog.NewStatus;
import org.gazouillis.microblog.ProfileList;
import org.gazouillis.microblog.ReaderKey;
import org.gazouillis.microblog.SecondText;
import org.gazouillis.microblog.Speaker;
import org.gazouillis.outbox.OutboxTail;
import org.gazouillis.testrig.World;
import org.gazouillis.timeline.LiveEvent;
import org.gazouillis.timeline.LiveReader;
import org.gazouillis.timeline.LiveReaders;
import org.gazouillis.timeline.LiveTopic;
import org.gazouillis.timeline.Quoted;
import org.gazouillis.timeline.StatusView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LiveTailTest {
    private World world;
    private LiveReaders readers;
    private LiveTail tail;
    private Speaker marc;
    private Speaker rita;

    @BeforeEach
    void build() {
        world = World.fresh();
        readers = new LiveReaders(world.app());
        tail = new LiveTail(new OutboxTail(world.worker()), readers, world.worker());
        marc = new Speaker(world, World.MARC);
        rita = new Speaker(world, World.RITA);
        marc.posts("Before anybody listens");
        tail.advance();
    }

    @Test
    void anOpenReaderHearsOfNewStatusesOfItsTopic() throws InterruptedException {
        LiveReader everyone = readers.open(new LiveTopic.Everyone());
        LiveReader tagged = readers.open(new LiveTopic.Hashtag("news"));
        StatusId plain = marc.posts("Plain");
        StatusId news = marc.posts("Some #News");
        marc.replies(plain, "A reply is nothing for everyone");
        tail.advance();
        assertThat(next(everyone)).isEqualTo(plain);
        assertThat(next(everyone)).isEqualTo(news);
        assertThat(next(everyone)).isNull();
        assertThat(next(tagged)).isEqualTo(news);
        assertThat(next(tagged)).isNull();
    }

    @Test
    void ofAStatusThatIsBeingTriedEachReaderHearsTheTextThatIsForThem() throws InterruptedException {
        rita.follows(marc.profile());
        LiveReader home = readers.open(new LiveTopic.Home(rita.profile()));
        StatusId tried = marc.posts("First text");
        byte[] key = {1, 6, 5};
        world.worker()
                .useHandle(handle -> handle.execute(
                        "insert into status_variant (status_id, key, share, text) values (?, ?, 0.5, 'Second text')",
                        tried.value(),
                        key));
        StatusId repost = rita.reposts(tried);
        StatusId quote = rita.posts(NewStatus.of("Look").quoting(tried));
        tail.advance();
        SecondText trial = new SecondText(key, 0.5);
        for (StatusId heard : List.of(tried, repost, quote)) {
            LiveEvent event = home.next(Duration.ZERO);
            assertThat(event).isNotNull();
            assertThat(event.id()).isEqualTo(heard);
            for (int n = 0; n < 20; n++) {
                ReaderKey reader = ReaderKey.visitor("cookie" + n);
                StatusView status = event.status(reader);
                assertThat(status).isNotNull();
                Quoted quoted = status.quote();
                StatusView told = quoted == null ? status.shown() : quoted.status();
                assertThat(told).isNotNull();
                assertThat(told.text()).isEqualTo(trial.isFor(reader) ? "Second text" : "First text");
            }
        }
    }

    @Test
    void aHomeReaderHearsOfTheAuthorsItFollowsFromThatMomentOn() throws InterruptedException {
        LiveReader home = readers.open(new LiveTopic.Home(rita.profile()));
        marc.posts("Not yet");
        tail.advance();
        assertThat(next(home)).isNull();
        rita.follows(marc.profile());
        tail.advance();
        StatusId heard = marc.posts("Now");
        tail.advance();
        assertThat(next(home)).isEqualTo(heard);
        rita.unfollows(marc.profile());
        tail.advance();
        marc.posts("No more");
        tail.advance();
        assertThat(next(home)).isNull();
    }

    @Test
    void whoReadsAListHearsOfThoseWhoStandOnItAtThatMoment() throws InterruptedException {
        Speaker stranger = Speaker.named(world, "stranger");
        ProfileList list = rita.lists("One", marc.profile());
        LiveReader reader = readers.open(new LiveTopic.Members(list.id(), list.owner()));
        StatusId said = marc.posts("Said");
        StatusId foreign = stranger.posts("Not on it");
        marc.replies(foreign, "To a stranger");
        StatusId answer = marc.replies(rita.posts("Not on it, but the owner"), "To the owner");
        tail.advance();
        assertThat(next(reader)).isEqualTo(said);
        assertThat(next(reader)).isEqualTo(answer);
        assertThat(next(reader)).isNull();
        rita.puts(list, stranger.profile());
        rita.takesOff(list, marc.profile());
        tail.advance();
        marc.posts("Not any more");
        StatusId fresh = stranger.posts("Now");
        tail.advance();
        assertThat(next(reader)).isEqualTo(fresh);
        rita.removes(list);
        tail.advance();
        stranger.posts("To nobody");
        tail.advance();
        assertThat(next(reader)).isNull();
    }

    @Test
    void aReaderThatDoesNotReadIsCutOffAndTheOthersGoOn() throws InterruptedException {
        LiveReader slow = readers.open(new LiveTopic.Everyone());
        LiveReader quick = readers.open(new LiveTopic.Everyone());
        for (int n = 1; n <= 300; n++) {
            readers.push(List.of(LiveEvent.removed(new StatusId(n))));
            assertThat(next(quick)).isEqualTo(new StatusId(n));
        }
        assertThat(slow.isCut()).isTrue();
        assertThat(quick.isCut()).isFalse();
        assertThat(next(slow)).isNull();
    }

    @Test
    void aRemovalIsToldToEverybody() throws InterruptedException {
        StatusId status = marc.posts("Oops");
        tail.advance();
        LiveReader everyone = readers.open(new LiveTopic.Everyone());
        marc.removes(status);
        tail.advance();
        LiveEvent event = everyone.next(Duration.ZERO);
        assertThat(event).isNotNull();
        assertThat(event.id()).isEqualTo(status);
        assertThat(event.status()).isNull();
    }

    @Test
    void whoWaitsForAnEventIsWokenWhenTheHouseCloses() {
        LiveReader waiting = readers.open(new LiveTopic.Everyone());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<@Nullable LiveEvent> next = threads.submit(() -> waiting.next(Duration.ofSeconds(30)));
            readers.closeAll();
            assertThat(next).succeedsWithin(Duration.ofSeconds(10)).isNull();
        }
        assertThat(waiting.isCut()).isTrue();
        assertThat(readers.isEmpty()).isTrue();
    }

    @Test
    void aReaderThatLeavesIsHandedNothingMore() {
        try (LiveReader leaving = readers.open(new LiveTopic.Everyone())) {
            assertThat(readers.isEmpty()).isFalse();
            assertThat(leaving.isCut()).isFalse();
        }
        assertThat(readers.isEmpty()).isTrue();
    }

    private static @Nullable StatusId next(LiveReader reader) throws InterruptedException {
        LiveEvent event = reader.next(Duration.ZERO);
        return event == null ? null : event.id();
    }
}
