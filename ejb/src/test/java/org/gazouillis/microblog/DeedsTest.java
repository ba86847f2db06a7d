package org.gazouillis.microblog;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.testrig.World;
import org.gazouillis.timeline.Homecoming;
import org.gazouillis.timeline.Quoted;
import org.gazouillis.timeline.StatusView;
import org.gazouillis.timeline.TimelineReader;
import org.gazouillis.timeline.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Likes, reposts, bookmarks, follows and removals: each any number of times with the effect of one.
class DeedsTest {
    private World world;
    private Speaker marc;
    private Speaker rita;

    @BeforeEach
    void build() {
        world = World.fresh();
        marc = new Speaker(world, World.MARC);
        rita = new Speaker(world, World.RITA);
    }

    @Test
    void aLikeCountsOnceAndIsAnnouncedOnce() {
        StatusId status = marc.posts("Like me");
        rita.likes(status);
        rita.likes(status);
        assertThat(count("select likes from status_count where status_id = ?", status))
                .isEqualTo(1);
        assertThat(facts("StatusLiked", status)).isEqualTo(1);
        rita.unlikes(status);
        rita.unlikes(status);
        assertThat(count("select likes from status_count where status_id = ?", status))
                .isZero();
        assertThat(facts("StatusUnliked", status)).isEqualTo(1);
    }

    @Test
    void likesFromEverywhereAtOnceAreCountedExactly() {
        StatusId status = marc.posts("Popular");
        List<Speaker> crowd = IntStream.range(0, 20)
                .mapToObj(n -> Speaker.named(world, "fan" + n))
                .toList();
        try (ExecutorService threads = Executors.newWorkStealingPool(8)) {
            CompletableFuture.allOf(crowd.stream()
                            .flatMap(fan -> IntStream.range(0, 6)
                                    .mapToObj(n -> CompletableFuture.runAsync(() -> hesitate(fan, status, n), threads)))
                            .toArray(CompletableFuture[]::new))
                    .join();
        }
        assertThat(count("select likes from status_count where status_id = ?", status))
                .isEqualTo(count("select count(*) from status_like where status_id = ?", status));
        assertThat(facts("StatusLiked", status) - facts("StatusUnliked", status))
                .isEqualTo(count("select count(*) from status_like where status_id = ?", status));
    }

    @Test
    void aLikeOfARepostGoesToTheOriginal() {
        StatusId status = marc.posts("Pass it on");
        marc.likes(rita.reposts(status));
        assertThat(count("select likes from status_count where status_id = ?", status))
                .isEqualTo(1);
    }

    @Test
    void aRepostIsOneStatusHoweverOftenItIsAskedFor() {
        StatusId status = marc.posts("Pass it on");
        StatusId repost = rita.reposts(status);
        assertThat(rita.reposts(status)).isEqualTo(repost);
        assertThat(count("select reposts from status_count where status_id = ?", status))
                .isEqualTo(1);
        rita.unreposts(status);
        rita.unreposts(status);
        assertThat(count("select reposts from status_count where status_id = ?", status))
                .isZero();
        assertThat(facts("StatusRemoved", repost)).isEqualTo(1);
        assertThat(count("select count(*) from status where id = ?", repost)).isZero();
    }

    @Test
    void followingTwiceIsFollowingOnce() {
        assertThat(marc.follows(World.NORD_PROFILE).following()).isTrue();
        marc.follows(World.NORD_PROFILE);
        assertThat(facts("Followed", new StatusId(World.NORD_PROFILE.value()))).isEqualTo(1);
        assertThat(marc.unfollows(World.NORD_PROFILE).following()).isFalse();
        assertThatThrownBy(() -> marc.follows(World.MARC_PROFILE)).isInstanceOf(OwnProfileFollowed.class);
        assertThatThrownBy(() -> marc.follows(new ProfileId(9))).isInstanceOf(ProfileNotFound.class);
    }

    @Test
    void aFollowRemembersTheStatusItCameFromWhenThatIsTheAuthors() {
        StatusId status = marc.posts("Follow me");
        StatusId repost = rita.reposts(status);
        StatusId other = rita.posts("Somebody else's");
        rita.followsFrom(repost, World.MARC_PROFILE);
        rita.unfollows(World.MARC_PROFILE);
        rita.followsFrom(other, World.MARC_PROFILE);
        List<String> told = world.worker()
                .withHandle(
                        handle -> handle.createQuery("""
                                select kind || ' ' || coalesce(payload ->> 'from', 'nowhere') from outbox
                                where kind like '%ollowed' order by id
                                """).mapTo(String.class).list());
        assertThat(told).containsExactly("Followed " + status, "Unfollowed " + status, "Followed nowhere");
    }

    @Test
    void aBookmarkIsOnesOwnAndCountsOnce() {
        StatusId status = marc.posts("Keep me");
        StatusId repost = rita.reposts(status);
        rita.keeps(repost);
        rita.keeps(status);
        assertThat(rita.kept(status, repost)).containsExactly(status);
        assertThat(marc.kept(status)).isEmpty();
        TimelineReader timelines = timelines();
        assertThat(timelines.bookmarked(rita.profile(), Window.newest(9)))
                .singleElement()
                .satisfies(view -> assertThat(view.bookmarked()).isTrue());
        assertThat(timelines.bookmarked(marc.profile(), Window.newest(9))).isEmpty();
        assertThat(timelines.byIds(List.of(status), marc.profile()))
                .allSatisfy(view -> assertThat(view.bookmarked()).isFalse());
        rita.dropsBookmark(status);
        rita.dropsBookmark(status);
        assertThat(rita.kept(status)).isEmpty();
        assertThat(facts("StatusBookmarked", status)).isEqualTo(1);
        assertThat(facts("StatusUnbookmarked", status)).isEqualTo(1);
        assertThatThrownBy(() -> rita.keeps(new StatusId(9))).isInstanceOf(StatusNotFound.class);
    }

    @Test
    void aRemovedStatusIsGoneWithItsRepostsAndItsPlaceInTheCounts() {
        StatusId parent = marc.posts("Parent");
        StatusId reply = rita.replies(parent, "Wrong #tag");
        StatusId repost = marc.reposts(reply);
        assertThatThrownBy(() -> marc.removes(reply)).isInstanceOf(ProfileNotYours.class);
        rita.removes(reply);
        assertThat(facts("StatusRemoved", reply)).isEqualTo(1);
        assertThat(facts("StatusRemoved", repost)).isEqualTo(1);
        assertThat(count("select replies from status_count where status_id = ?", parent))
                .isZero();
        assertThat(count("select count(*) from hashtag_status where status_id = ?", reply))
                .isZero();
        assertThatThrownBy(() -> rita.removes(reply)).isInstanceOf(StatusNotFound.class);
        assertThatThrownBy(() -> rita.likes(reply)).isInstanceOf(StatusNotFound.class);
    }

    @Test
    void aQuoteTakenBackLowersTheCountAndOutlivesWhatItQuoted() {
        StatusId quoted = marc.posts("Look");
        StatusId first = rita.posts(NewStatus.of("One").quoting(quoted));
        StatusId second = rita.posts(NewStatus.of("Two").quoting(quoted));
        StatusId deeper = marc.posts(NewStatus.of("Three").quoting(second));
        rita.removes(first);
        assertThat(count("select quotes from status_count where status_id = ?", quoted))
                .isEqualTo(1);
        assertThat(facts("StatusQuoted", quoted)).isEqualTo(2);
        assertThat(facts("StatusUnquoted", quoted)).isEqualTo(1);
        StatusView within = quotedBy(deeper);
        assertThat(within.id()).isEqualTo(second);
        assertThat(within.quote()).isEqualTo(new Quoted(quoted, false, null));
        marc.removes(quoted);
        assertThat(view(second).quote()).isEqualTo(new Quoted(quoted, true, null));
        assertThat(quotedBy(deeper).quote()).isEqualTo(new Quoted(quoted, true, null));
        rita.removes(second);
        assertThat(count("select quotes from status_count where status_id = ?", quoted))
                .isZero();
        assertThat(timelines().quotes(second, Window.newest(9), null))
                .extracting(StatusView::id)
                .containsExactly(deeper);
    }

    @Test
    void aQuoteThatAnswersAndIsRepostedIsTakenBackOnce() {
        StatusId quoted = marc.posts("Look");
        StatusId answered = marc.posts("And?");
        StatusId both = rita.posts(NewStatus.of("There").inReplyTo(answered).quoting(quoted));
        marc.reposts(both);
        rita.removes(both);
        assertThatThrownBy(() -> rita.removes(both)).isInstanceOf(StatusNotFound.class);
        assertThat(count("select quotes from status_count where status_id = ?", quoted))
                .isZero();
        assertThat(count("select replies from status_count where status_id = ?", answered))
                .isZero();
        assertThat(facts("StatusUnquoted", quoted)).isEqualTo(1);
    }

    @Test
    void thoseWhoAnswerAndQuoteCrosswiseDoNotStopEachOther() throws Exception {
        StatusId one = marc.posts("One");
        StatusId other = marc.posts("Other");
        int each = 60;
        try (var threads = Executors.newFixedThreadPool(2)) {
            var first = threads.submit(() -> crosswise(rita, one, other, each));
            var second = threads.submit(() -> crosswise(new Speaker(world, World.ANNA), other, one, each));
            first.get();
            second.get();
        }
        for (StatusId status : List.of(one, other)) {
            assertThat(count("select quotes from status_count where status_id = ?", status))
                    .isEqualTo(each);
            assertThat(count("select replies from status_count where status_id = ?", status))
                    .isEqualTo(each);
        }
    }

    private static void crosswise(Speaker speaker, StatusId answered, StatusId quoted, int times) {
        for (int i = 0; i < times; i++) {
            speaker.posts(NewStatus.of("Both " + i).inReplyTo(answered).quoting(quoted));
        }
    }

    private StatusView quotedBy(StatusId status) {
        return Objects.requireNonNull(
                Objects.requireNonNull(view(status).quote()).status());
    }

    private StatusView view(StatusId status) {
        return timelines().byIds(List.of(status), null).getFirst();
    }

    private TimelineReader timelines() {
        return new TimelineReader(
                world.app(), new Homecoming(world.worker(), world.clock()), new CurrentReader(new CurrentMember()));
    }

    @Test
    void aHandleIsGivenOnceWhateverItsCase() {
        Profiles profiles = new Profiles(world.app(), world.ids(), world.clock());
        ProfileId lea = profiles.create("Lea", "Léa", "", "fr");
        assertThat(profiles.byHandle("@lea").orElseThrow().id()).isEqualTo(lea);
        assertThatThrownBy(() -> profiles.create("lEA", "Other", "", "fr")).isInstanceOf(HandleRefused.class);
        assertThatThrownBy(() -> profiles.create("Léa", "Other", "", "fr")).isInstanceOf(HandleRefused.class);
        assertThatThrownBy(() -> profiles.byId(new ProfileId(9))).isInstanceOf(ProfileNotFound.class);
    }

    private static void hesitate(Speaker fan, StatusId status, int step) {
        if (step % 3 == 1) {
            fan.unlikes(status);
        } else {
            fan.likes(status);
        }
    }

    private long facts(String kind, StatusId subject) {
        return world.worker()
                .withHandle(handle -> handle.createQuery("select count(*) from outbox where kind = ? and subject = ?")
                        .bind(0, kind)
                        .bind(1, subject.value())
                        .mapTo(Long.class)
                        .one());
    }

    private long count(String sql, StatusId status) {
        return world.worker()
                .withHandle(handle -> handle.createQuery(sql)
                        .bind(0, status.value())
                        .mapTo(Long.class)
                        .one());
    }
}
