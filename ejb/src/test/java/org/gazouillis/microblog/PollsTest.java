package org.gazouillis.microblog;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.network.PollTerms;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.testrig.World;
import org.gazouillis.timeline.Homecoming;
import org.gazouillis.timeline.StatusView;
import org.gazouillis.timeline.TimelineReader;
import org.gazouillis.timeline.Window;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// One person, one vote, for good; and counts that always equal a recount.
class PollsTest {
    private static final PollTerms TEA = terms(false, "Thé", "Café", "Rien");
    private static final PollTerms DAYS = terms(true, "Lundi", "Mardi", "Jeudi", "Samedi");

    private World world;
    private Speaker marc;
    private Speaker rita;
    private Speaker anna;

    @BeforeEach
    void build() {
        world = World.fresh();
        marc = new Speaker(world, World.MARC);
        rita = new Speaker(world, World.RITA);
        anna = new Speaker(world, World.ANNA);
    }

    @Test
    void aVoteIsCountedOnceAndCannotBeChanged() {
        StatusId status = asks(TEA);
        rita.votes(status, 1);
        assertThatThrownBy(() -> rita.votes(status, 0))
                .isInstanceOf(VoteRefused.class)
                .hasMessageContaining("already");
        anna.votes(status, 1);
        Poll poll = rita.poll(status);
        assertThat(poll.options()).extracting(Poll.Option::votes).containsExactly(0, 2, 0);
        assertThat(poll.voters()).isEqualTo(2);
        assertThat(poll.chosen()).containsExactly(1);
        assertThat(poll.isVoted()).isTrue();
        assertThat(marc.poll(status).own()).isTrue();
        assertThat(marc.poll(status).isVoted()).isFalse();
    }

    @Test
    void severalChoicesAreOneVote() {
        StatusId status = asks(DAYS);
        rita.votes(status, 3, 0, 3);
        assertThat(rita.poll(status).options()).extracting(Poll.Option::votes).containsExactly(1, 0, 0, 1);
        assertThat(rita.poll(status).voters()).isEqualTo(1);
        assertThat(rita.poll(status).votes()).isEqualTo(2);
        assertThat(rita.poll(status).chosen()).containsExactly(0, 3);
    }

    @Test
    void whatDoesNotCountIsRefusedAndLeavesNothing() {
        StatusId status = asks(TEA);
        assertThatThrownBy(() -> marc.votes(status, 0)).isInstanceOf(VoteRefused.class);
        assertThatThrownBy(() -> rita.votes(status)).isInstanceOf(VoteRefused.class);
        assertThatThrownBy(() -> rita.votes(status, 3)).hasMessageContaining("0 to 2");
        assertThatThrownBy(() -> rita.votes(status, -1)).isInstanceOf(VoteRefused.class);
        assertThatThrownBy(() -> rita.votes(status, 0, 1)).hasMessageContaining("Choose one");
        assertThatThrownBy(() -> rita.votes(marc.posts("No question"), 0)).isInstanceOf(PollNotFound.class);
        assertThat(rita.poll(status).votes()).isZero();
        assertThat(count("select count(*) from poll_vote where status_id = ?", status))
                .isZero();
    }

    @Test
    void noVoteCountsAfterTheEnd() {
        StatusId status = asks(new PollTerms(List.of("a", "b"), false, true, Duration.ofHours(1)));
        rita.votes(status, 0);
        assertThat(rita.poll(status).isTold()).isFalse();
        end(status);
        assertThatThrownBy(() -> anna.votes(status, 0))
                .isInstanceOf(VoteRefused.class)
                .hasMessageContaining("ended");
        assertThat(rita.poll(status).isTold()).isTrue();
        assertThat(rita.poll(status).voters()).isEqualTo(1);
    }

    @Test
    void aVoteOnARepostGoesToTheOriginal() {
        StatusId status = asks(TEA);
        anna.votes(rita.reposts(status), 2);
        assertThat(anna.poll(status).chosen()).containsExactly(2);
    }

    @Test
    void votesFromEverywhereAtOnceCountOneForEachPerson() {
        StatusId status = asks(DAYS);
        List<Speaker> crowd = IntStream.range(0, 12)
                .mapToObj(n -> Speaker.named(world, "fan" + n))
                .toList();
        try (ExecutorService threads = Executors.newWorkStealingPool(8)) {
            CompletableFuture.allOf(crowd.stream()
                            .flatMap(fan -> IntStream.range(0, 4)
                                    .mapToObj(n -> CompletableFuture.runAsync(() -> tries(fan, status, n), threads)))
                            .toArray(CompletableFuture[]::new))
                    .join();
        }
        assertThat(marc.poll(status).voters()).isEqualTo(12);
        assertThatCountsEqualARecount(status);
    }

    @Test
    void countsOfRandomVotesEqualARecount() {
        Random random = new Random(20261128);
        StatusId status = asks(DAYS);
        IntStream.range(0, 40).mapToObj(n -> Speaker.named(world, "voter" + n)).forEach(voter -> {
            Integer[] choices = random.ints(1 + random.nextInt(4), 0, 4).boxed().toArray(Integer[]::new);
            voter.votes(status, choices);
        });
        assertThat(marc.poll(status).voters()).isEqualTo(40);
        assertThatCountsEqualARecount(status);
    }

    @Test
    void nobodyOfTheServerMayChangeOrDropAVote() {
        StatusId status = asks(TEA);
        rita.votes(status, 0);
        for (Jdbi role : List.of(world.app(), world.worker())) {
            for (String deed : List.of("update poll_vote set choices = '{1}'", "delete from poll_vote")) {
                assertThatThrownBy(() -> role.useHandle(handle -> handle.execute(deed)))
                        .hasMessageContaining("permission denied");
            }
        }
        assertThatCountsEqualARecount(status);
    }

    @Test
    void aRemovedStatusTakesItsPollAndVotesAlong() {
        StatusId status = asks(TEA);
        rita.votes(status, 0);
        marc.removes(status);
        assertThat(count("select count(*) from poll where status_id = ?", status))
                .isZero();
        assertThat(count("select count(*) from poll_vote where status_id = ?", status))
                .isZero();
        assertThatThrownBy(() -> anna.votes(status, 0)).isInstanceOf(PollNotFound.class);
    }

    @Test
    void aPollThatCannotBePutToReadersIsRefusedWithItsStatus() {
        assertThatThrownBy(() -> asks(terms(false, "Only"))).isInstanceOf(PollRefused.class);
        StatusImage image = new StatusImage("1", "0".repeat(64), "image/png", 1, 1, "");
        NewStatus both = new NewStatus("Look", null, null, null, null, null, List.of(image), TEA);
        assertThatThrownBy(() -> marc.posts(both)).isInstanceOf(PollRefused.class);
        assertThatThrownBy(() -> {
                    marc.posts(NewStatus.of("Tea?").asking(TEA).withKey("k"));
                    marc.posts(NewStatus.of("Tea?").asking(DAYS).withKey("k"));
                })
                .isInstanceOf(RequestKeyReused.class);
        Integer statuses = world.worker()
                .withHandle(handle -> handle.createQuery("select count(*)::int from status")
                        .mapTo(Integer.class)
                        .one());
        assertThat(statuses).isEqualTo(1);
    }

    @Test
    void aTimelineShowsPollsAndWhatTheReaderChose() {
        StatusId plain = marc.posts("Bonjour");
        StatusId status = asks(TEA);
        rita.votes(status, 1);
        StatusId repost = anna.reposts(status);
        List<StatusView> seen = new TimelineReader(
                        world.app(), new Homecoming(world.app(), world.clock()), new CurrentReader(new CurrentMember()))
                .profile(World.MARC_PROFILE, true, true, Window.newest(20), World.RITA_PROFILE);
        assertThat(seen).extracting(StatusView::id).containsExactly(status, plain);
        assertThat(seen.getFirst().poll()).isEqualTo(rita.poll(status));
        assertThat(seen.getLast().poll()).isNull();
        assertThat(anna.poll(repost)).isEqualTo(anna.poll(status));
    }

    private StatusId asks(PollTerms terms) {
        return marc.posts(NewStatus.of("What do you say?").asking(terms));
    }

    private void end(StatusId status) {
        world.worker()
                .useHandle(handle -> handle.execute(
                        "update poll set ends_at = now() - interval '1 second' where status_id = ?", status.value()));
    }

    private void assertThatCountsEqualARecount(StatusId status) {
        Poll poll = marc.poll(status);
        assertThat(poll.voters()).isEqualTo(count("select count(*) from poll_vote where status_id = ?", status));
        for (int place = 0; place < poll.options().size(); place++) {
            assertThat(poll.options().get(place).votes())
                    .isEqualTo(count(
                            "select count(*) from poll_vote where status_id = ? and " + place + " = any (choices)",
                            status));
        }
    }

    private static void tries(Speaker fan, StatusId status, int choice) {
        try {
            fan.votes(status, choice);
        } catch (VoteRefused another) {
            assertThat(another).hasMessageContaining("already");
        }
    }

    private static PollTerms terms(boolean multiple, String... options) {
        return new PollTerms(List.of(options), multiple, false, Duration.ofDays(1));
    }

    private int count(String sql, StatusId status) {
        return world.worker()
                .withHandle(handle -> handle.createQuery(sql)
                        .bind(0, status.value())
                        .mapTo(Integer.class)
                        .one());
    }
}
