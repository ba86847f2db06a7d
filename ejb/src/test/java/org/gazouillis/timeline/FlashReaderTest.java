package org.gazouillis.timeline;

import java.time.Duration;
import java.util.List;
import org.gazouillis.engage.Statuses;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.microblog.CurrentReader;
import org.gazouillis.microblog.NoFlash;
import org.gazouillis.microblog.PastFollowSweep;
import org.gazouillis.microblog.ReaderKey;
import org.gazouillis.microblog.Speaker;
import org.gazouillis.microblog.StatusNotFound;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// What waits for a follower's acknowledgement, and acknowledging.
class FlashReaderTest {
    private World world;
    private Speaker rita;

    @BeforeEach
    void build() {
        world = World.fresh();
        rita = new Speaker(world, World.RITA);
    }

    @Test
    void aFlashWaitsForItsFollowersUntilTheyAcknowledgeIt() {
        StatusId flash = Statuses.flash(world, World.NORD_PROFILE);
        Statuses.post(world, World.NORD_PROFILE);
        Statuses.flash(world, World.LUNE_PROFILE);
        assertThat(waiting()).isEmpty();
        rita.follows(World.NORD_PROFILE);
        assertThat(waiting()).containsExactly(flash);
        rita.acknowledges(flash);
        rita.acknowledges(flash);
        assertThat(waiting()).isEmpty();
        assertThat(seen(flash).acknowledged()).isTrue();
        assertThat(count("select count(*) from flash_acknowledgement")).isEqualTo(1);
        rita.takesAcknowledgementBack(flash);
        rita.takesAcknowledgementBack(flash);
        assertThat(waiting()).containsExactly(flash);
        assertThat(seen(flash).acknowledged()).isFalse();
        assertThat(seen(flash).flash()).isTrue();
    }

    @Test
    void theNewestComeFirstAndAreNewsForADay() {
        rita.follows(World.NORD_PROFILE);
        StatusId first = Statuses.flash(world, World.NORD_PROFILE);
        world.clock().advance(Duration.ofHours(23));
        StatusId second = Statuses.flash(world, World.NORD_PROFILE);
        assertThat(waiting()).containsExactly(second, first);
        world.clock().advance(Duration.ofHours(2));
        assertThat(waiting()).containsExactly(second);
        world.worker()
                .useHandle(
                        handle -> handle.execute("update status set removed_at = now() where id = ?", second.value()));
        assertThat(waiting()).isEmpty();
    }

    @Test
    void onlyWhatIsAFlashIsAcknowledgedAndARepostStandsForItsOriginal() {
        StatusId plain = Statuses.post(world, World.NORD_PROFILE);
        StatusId flash = Statuses.flash(world, World.NORD_PROFILE);
        assertThatThrownBy(() -> rita.acknowledges(plain))
                .isInstanceOf(NoFlash.class)
                .hasMessageContaining("no flash");
        assertThatThrownBy(() -> rita.takesAcknowledgementBack(plain)).isInstanceOf(NoFlash.class);
        assertThatThrownBy(() -> rita.acknowledges(new StatusId(1))).isInstanceOf(StatusNotFound.class);
        rita.acknowledges(Statuses.repost(world, World.LUNE_PROFILE, flash));
        assertThat(seen(flash).acknowledged()).isTrue();
    }

    @Test
    void endedFollowsAreForgottenUnlessAFlashWentOutMeanwhile() {
        StatusId flash = Statuses.flash(world, World.NORD_PROFILE);
        world.worker().useHandle(handle -> {
            handle.execute("update status set created_at = now() - interval '5 hours' where id = ?", flash.value());
            handle.execute("""
                    insert into past_follow
                    select a, f, now() - began, now() - ended from (values
                      (301, 311, interval '6 hours', interval '4 hours'),
                      (301, 312, interval '6 hours', interval '5 hours 1 minute'),
                      (301, 313, interval '4 hours', interval '3 hours'),
                      (302, 311, interval '6 hours', interval '4 hours'),
                      (302, 312, interval '6 hours', interval '10 minutes')) as v (a, f, began, ended)
                    """);
        });
        new PastFollowSweep(world.worker()).run();
        List<String> kept = world.worker()
                .withHandle(handle -> handle.createQuery(
                                "select author_id || ' ' || follower_id from past_follow order by 1")
                        .mapTo(String.class)
                        .list());
        assertThat(kept).containsExactly("301 311", "302 312");
    }

    private List<StatusId> waiting() {
        FlashReader reader = new FlashReader(world.app(), new CurrentReader(new CurrentMember()), world.clock());
        return world.as(World.RITA, () -> reader.waiting(World.RITA_PROFILE)).stream()
                .map(StatusView::id)
                .toList();
    }

    private StatusView seen(StatusId status) {
        return world.as(
                World.RITA,
                () -> world.app()
                        .withHandle(handle ->
                                StatusViews.load(handle, List.of(status), World.RITA_PROFILE, ReaderKey.NOBODY))
                        .getFirst());
    }

    private long count(String sql) {
        return world.worker()
                .withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}
