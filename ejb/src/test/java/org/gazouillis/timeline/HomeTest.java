package org.gazouillis.timeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.microblog.Speaker;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class HomeTest {
    private static final Window PAGE = Window.newest(40);
    private World world;
    private Readers readers;
    private Speaker marc;
    private Speaker rita;

    @BeforeEach
    void build() {
        world = World.fresh();
        readers = new Readers(world, 3);
        marc = new Speaker(world, World.MARC);
        rita = new Speaker(world, World.RITA);
    }

    @Test
    void aHomeHoldsOwnAndFollowedStatusesNewestFirst() {
        rita.follows(marc.profile());
        StatusId first = marc.posts("One");
        StatusId own = rita.posts("Mine");
        assertThat(readers.home(rita.profile(), PAGE)).as("before any fan-out").containsExactly(own);
        StatusId repost = marc.reposts(own);
        readers.settle();
        assertThat(readers.home(rita.profile(), PAGE)).containsExactly(repost, own, first);
        assertThat(readers.home(marc.profile(), PAGE)).containsExactly(repost, first);
    }

    @Test
    void aNewFollowerFindsTheAuthorsLastStatusesAndLosesThemAgain() {
        StatusId before = marc.posts("Before");
        readers.settle();
        rita.follows(marc.profile());
        readers.settle();
        assertThat(readers.home(rita.profile(), PAGE)).containsExactly(before);
        rita.unfollows(marc.profile());
        readers.settle();
        assertThat(readers.home(rita.profile(), PAGE)).isEmpty();
    }

    @Test
    void aRemovedStatusLeavesAllHomes() {
        rita.follows(marc.profile());
        StatusId status = marc.posts("Oops");
        StatusId repost = marc.reposts(status);
        readers.settle();
        marc.removes(status);
        assertThat(readers.home(rita.profile(), PAGE)).isEmpty();
        readers.settle();
        assertThat(rows(rita.profile())).isZero();
        assertThat(repost).isNotEqualTo(status);
    }

    @Test
    void statusesOfALargeAuthorAreMergedWhenRead() {
        Speaker star = Speaker.named(world, "star");
        StatusId early = star.posts("Still small");
        for (int n = 0; n < 4; n++) {
            Speaker.named(world, "fan" + n).follows(star.profile());
        }
        rita.follows(star.profile());
        readers.settle();
        StatusId late = star.posts("Large now");
        readers.settle();
        assertThat(rows(rita.profile())).as("rows written ahead").isLessThanOrEqualTo(1);
        assertThat(readers.home(rita.profile(), PAGE)).containsExactly(late, early);
        assertThat(readers.home(star.profile(), PAGE)).containsExactly(late, early);
    }

    @Test
    void whoWasAwayGetsNoRowsAndARebuiltHomeOnReturn() {
        rita.follows(marc.profile());
        readers.settle();
        world.clock().advance(Duration.ofDays(31));
        StatusId status = marc.posts("Long time no see");
        readers.settle();
        assertThat(rows(rita.profile())).isZero();
        assertThat(readers.home(rita.profile(), PAGE)).containsExactly(status);
        StatusId next = marc.posts("Welcome back");
        readers.settle();
        assertThat(readers.home(rita.profile(), PAGE)).containsExactly(next, status);
    }

    @Test
    void aHomeEndsAtItsDepthBeforeAndAfterTheTrim() {
        insertStatuses(marc.profile(), HomeTrim.ROWS + 50);
        world.worker()
                .useHandle(handle -> handle.execute(
                        "insert into home select ?, id from status",
                        marc.profile().value()));
        List<StatusId> before = walk(marc.profile());
        assertThat(before).hasSize(HomeTrim.ROWS);
        new HomeTrim(world.worker(), world.clock()).run();
        assertThat(rows(marc.profile())).isEqualTo(HomeTrim.ROWS);
        assertThat(walk(marc.profile())).isEqualTo(before);
    }

    /// Whatever people do, a home read by pages is what one would get by looking at all followed profiles.
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void aHomeEqualsTheAnswerReadFromAllFollowedProfiles(long seed) {
        Random random = new Random(seed);
        List<Speaker> people = IntStream.range(0, 7)
                .mapToObj(n -> Speaker.named(world, "p" + n))
                .toList();
        List<StatusId> statuses = new ArrayList<>();
        for (int step = 0; step < 120; step++) {
            act(random, people, statuses);
            if (random.nextInt(9) == 0) {
                readers.settle();
            }
        }
        readers.settle();
        for (Speaker viewer : people) {
            assertThat(walk(viewer.profile()))
                    .as("home of %s, seed %d", viewer.profile(), seed)
                    .isEqualTo(readFromProfiles(viewer.profile()));
        }
    }

    private static void act(Random random, List<Speaker> people, List<StatusId> statuses) {
        Speaker one = people.get(random.nextInt(people.size()));
        // The lower half is more popular, so that some become large and others stay small.
        Speaker other = people.get(random.nextInt(1 + random.nextInt(people.size())));
        int deed = statuses.isEmpty() ? 0 : random.nextInt(10);
        if (deed < 4) {
            statuses.add(one.posts("Status " + statuses.size()));
        } else if (deed < 8 && one != other) {
            if (random.nextInt(3) == 0) {
                one.unfollows(other.profile());
            } else {
                one.follows(other.profile());
            }
        } else if (deed == 8) {
            one.reposts(statuses.get(random.nextInt(statuses.size())));
        } else if (deed == 9) {
            one.unreposts(statuses.get(random.nextInt(statuses.size())));
        }
    }

    private List<StatusId> walk(ProfileId viewer) {
        List<StatusId> all = new ArrayList<>();
        List<StatusId> page = readers.home(viewer, Window.newest(13));
        while (!page.isEmpty()) {
            all.addAll(page);
            page = readers.home(viewer, Window.before(page.getLast(), 13));
        }
        return all;
    }

    private List<StatusId> readFromProfiles(ProfileId viewer) {
        return world.worker()
                .withHandle(handle -> handle.createQuery("""
                                select id from status where removed_at is null
                                and (profile_id = :viewer or profile_id in
                                     (select author_id from follow where follower_id = :viewer))
                                order by id desc
                                """)
                        .bind("viewer", viewer)
                        .mapTo(StatusId.class)
                        .list());
    }

    private void insertStatuses(ProfileId author, int count) {
        long first = world.ids().reserve(count);
        world.worker().useHandle(handle -> handle.execute("""
                        insert into status (id, profile_id, text, lang, created_at, conversation_id)
                        select id_plus(?, n), ?, 'x', 'en', now(), 1 from generate_series(0, ? - 1) n
                        """, first, author.value(), count));
    }

    private long rows(ProfileId viewer) {
        return world.worker()
                .withHandle(handle -> handle.createQuery("select count(*) from home where viewer_id = ?")
                        .bind(0, viewer.value())
                        .mapTo(Long.class)
                        .one());
    }
}
