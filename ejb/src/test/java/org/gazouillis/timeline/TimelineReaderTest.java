package org.gazouillis.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.microblog.Mention;
import org.gazouillis.microblog.ProfileList;
import org.gazouillis.microblog.Speaker;
import org.gazouillis.microblog.StatusNotFound;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gazouillis.timeline.Readers.ids;

class TimelineReaderTest {
    private World world;
    private Readers readers;
    private Speaker marc;
    private Speaker rita;

    @BeforeEach
    void build() {
        world = World.fresh();
        readers = new Readers(world, 10);
        marc = new Speaker(world, World.MARC);
        rita = new Speaker(world, World.RITA);
    }

    @Test
    void thePublicTimelineShowsOwnWordsOnly() {
        StatusId status = marc.posts("Own words");
        rita.replies(status, "A reply");
        rita.reposts(status);
        assertThat(ids(readers.timelines.everyone(Window.newest(20), null))).containsExactly(status);
    }

    @Test
    void pagesNeitherSkipNorRepeatWhileMoreArrives() {
        List<StatusId> posted = new ArrayList<>();
        for (int n = 0; n < 25; n++) {
            posted.addFirst(marc.posts("Status " + n));
        }
        List<StatusId> seen = new ArrayList<>(ids(readers.timelines.everyone(Window.newest(10), null)));
        for (int page = 0; page < 3; page++) {
            marc.posts("Arrives meanwhile " + page);
            seen.addAll(ids(readers.timelines.everyone(Window.before(seen.getLast(), 10), null)));
        }
        assertThat(seen).isEqualTo(posted);
    }

    @Test
    void newerOnesAreReadUpwardsWithoutGapOrFromTheTop() {
        StatusId seen = marc.posts("Seen");
        List<StatusId> fresh = new ArrayList<>();
        for (int n = 0; n < 5; n++) {
            fresh.addFirst(marc.posts("New " + n));
        }
        assertThat(ids(readers.timelines.everyone(Window.upwardsFrom(seen, 2), null)))
                .isEqualTo(fresh.subList(3, 5));
        assertThat(ids(readers.timelines.everyone(new Window(null, seen, null, 2), null)))
                .isEqualTo(fresh.subList(0, 2));
        assertThat(ids(readers.timelines.everyone(new Window(null, seen, null, 20), null)))
                .isEqualTo(fresh);
    }

    @Test
    void aProfileShowsRepliesAndRepostsWhenAskedTo() {
        StatusId status = marc.posts("Own");
        StatusId reply = marc.replies(status, "More");
        StatusId repost = marc.reposts(rita.posts("Hers"));
        assertThat(ids(readers.timelines.profile(marc.profile(), true, true, Window.newest(20), null)))
                .containsExactly(repost, reply, status);
        assertThat(ids(readers.timelines.profile(marc.profile(), false, false, Window.newest(20), null)))
                .containsExactly(status);
    }

    @Test
    void aListShowsWhatItsMembersSayToEveryoneAndToEachOther() {
        Speaker owner = Speaker.named(world, "owner");
        Speaker stranger = Speaker.named(world, "stranger");
        ProfileList list = owner.lists("Both", marc.profile(), rita.profile());
        StatusId said = marc.posts("Said");
        StatusId answer = rita.replies(said, "To a member");
        StatusId more = rita.replies(answer, "To herself");
        StatusId foreign = stranger.posts("Not on it");
        marc.replies(foreign, "To a stranger");
        StatusId toOwner = marc.replies(owner.posts("Not on it either"), "To the owner");
        StatusId repost = rita.reposts(foreign);
        marc.removes(marc.posts("Taken away"));
        assertThat(ids(readers.timelines.list(list, Window.newest(20), null)))
                .containsExactly(repost, toOwner, more, answer, said);
        owner.takesOff(list, rita.profile());
        assertThat(ids(readers.timelines.list(list, Window.newest(20), null))).containsExactly(toOwner, said);
        owner.removes(list);
        assertThat(ids(readers.timelines.list(list, Window.newest(20), null))).isEmpty();
    }

    @Test
    void pagesOfAListNeitherSkipNorRepeatWhoeverWroteWhen() {
        List<Speaker> members = IntStream.range(0, 7)
                .mapToObj(n -> Speaker.named(world, "member" + n))
                .toList();
        ProfileList list =
                rita.lists("Seven", members.stream().map(Speaker::profile).toArray(ProfileId[]::new));
        Random random = new Random(7);
        List<StatusId> said = new ArrayList<>();
        for (int n = 0; n < 60; n++) {
            // The first says most, the last nothing.
            said.addFirst(members.get((int) (6 * random.nextDouble() * random.nextDouble()))
                    .posts("Said " + n));
            marc.posts("Between " + n);
        }
        for (int size : List.of(1, 3, 6, 7, 25, 80)) {
            List<StatusId> down = new ArrayList<>(ids(readers.timelines.list(list, Window.newest(size), null)));
            List<StatusId> page = List.copyOf(down);
            while (page.size() == size) {
                page = ids(readers.timelines.list(list, Window.before(down.getLast(), size), null));
                down.addAll(page);
            }
            assertThat(down).as("down by %d", size).isEqualTo(said);
            List<StatusId> up = ids(readers.timelines.list(list, Window.upwardsFrom(said.get(40), size), null));
            assertThat(up).as("up by %d", size).isEqualTo(said.subList(Math.max(0, 40 - size), 40));
        }
    }

    @Test
    void aHashtagIsFoundInAnyCase() {
        StatusId status = marc.posts("#Été is here");
        marc.posts("No tag");
        assertThat(ids(readers.timelines.hashtag("#ÉTÉ", Window.newest(20), null)))
                .containsExactly(status);
    }

    @Test
    void aViewerSeesTheirOwnMarksAndAnonymousReadersNone() {
        StatusId status = marc.posts("With @Rita");
        rita.likes(status);
        StatusId repost = rita.reposts(status);
        StatusView hers = readers.timelines
                .byIds(List.of(repost), rita.profile())
                .getFirst()
                .shown();
        assertThat(hers.liked()).isTrue();
        assertThat(hers.reposted()).isTrue();
        assertThat(hers.likes()).isEqualTo(1);
        assertThat(hers.reposts()).isEqualTo(1);
        assertThat(hers.mentions()).containsExactly(new Mention(World.RITA_PROFILE, "rita"));
        StatusView anyone = readers.timelines.byIds(List.of(status), null).getFirst();
        assertThat(anyone.liked()).isFalse();
        assertThat(anyone.reposted()).isFalse();
    }

    @Test
    void aThreadShowsWhatIsAnsweredAndTheAnswersAsATree() {
        StatusId root = marc.posts("Root");
        StatusId left = rita.replies(root, "Left");
        StatusId right = rita.replies(root, "Right");
        StatusId leaf = marc.replies(left, "Leaf of left");
        ThreadReader.Conversation thread = readers.threads.around(root, null);
        assertThat(thread.ancestors()).isEmpty();
        assertThat(ids(thread.descendants())).containsExactly(left, leaf, right);
        assertThat(ids(readers.threads.around(leaf, null).ancestors())).containsExactly(root, left);
        assertThatThrownBy(() -> readers.threads.around(new StatusId(5), null)).isInstanceOf(StatusNotFound.class);
    }

    @Test
    void theFiguresOfAProfileFollowItsDeeds() {
        rita.follows(marc.profile());
        StatusId status = marc.posts("One");
        marc.removes(marc.posts("Two"));
        readers.settle();
        StatusView view = readers.timelines.byIds(List.of(status), null).getFirst();
        assertThat(view.author().followers()).isEqualTo(1);
        assertThat(view.author().statuses()).isEqualTo(1);
    }
}
