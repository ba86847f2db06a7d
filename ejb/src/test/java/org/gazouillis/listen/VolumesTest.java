package org.gazouillis.listen;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// From posts in the index to an alert about unusually many, and what it would have told before.
class VolumesTest {
    @TempDir
    private Path folder;

    private Ground ground;
    private Listening marc;
    private Volumes volumes;

    @BeforeEach
    void build() {
        ground = new Ground(folder.resolve("index"));
        marc = new Listening(ground, World.MARC);
        volumes = new Volumes(ground.start());
    }

    @AfterEach
    void close() {
        ground.close();
    }

    @Test
    void anUnusualHourIsToldOnceWithWhatIsUsual() {
        for (int week = 1; week <= 8; week++) {
            post(World.START.minus(Duration.ofDays(7L * week)), 2);
        }
        post(World.START, 5);
        Alert alert = watch();
        settle(21);
        round();
        assertThat(spikes(alert)).as("5 lies within 2 + 3 × 1.41").isEmpty();
        post(World.START.plusSeconds(60), 3);
        settle(24);
        ground.world.clock().advance(Duration.ofMinutes(2));
        round();
        round();
        assertThat(spikes(alert)).singleElement().satisfies(spike -> {
            assertThat(spike.hour()).isEqualTo(World.START);
            assertThat(spike.posts()).isEqualTo(8);
            assertThat(spike.baseline()).isEqualTo(2);
            assertThat(spike.threshold()).isBetween(6.2, 6.3);
        });
        assertThat(facts()).containsExactly("502 8 café");
    }

    @Test
    void theSameRuleSaysWhatAnAlertWouldHaveTold() {
        for (int day : List.of(2, 9, 29, 31, 40)) {
            post(World.START.minus(Duration.ofDays(day)), 6);
        }
        post(World.START.minus(Duration.ofDays(3)), 4);
        SavedSearch search = marc.keep("café");
        settle(34);
        BackTest test = marc.backTest(search, volumes, wish(5));
        assertThat(test.whole()).isTrue();
        assertThat(test.spikes())
                .extracting(Spike::hour)
                .containsExactly(
                        World.START.minus(Duration.ofDays(2)),
                        World.START.minus(Duration.ofDays(9)),
                        World.START.minus(Duration.ofDays(29)));
        assertThat(test.posts()).isEqualTo(22);
        assertThat(marc.backTest(search, volumes, wish(7)).spikes()).isEmpty();
    }

    @Test
    void whileTheIndexIsNotWholeNobodyIsToldAnything() {
        post(World.START, 50);
        Alert alert = watch();
        settle(50);
        ground.stop();
        round();
        assertThat(spikes(alert)).isEmpty();
        assertThat(marc.backTest(marc.keep("thé"), volumes, wish(5)).whole()).isFalse();
    }

    private Alert watch() {
        SavedSearch search = marc.keep("café");
        return marc.alerts(all -> all.watch(search.id(), Alert.Kind.VOLUME, wish(5)));
    }

    private static AlertWish wish(int least) {
        return new AlertWish(Digest.AT_ONCE, null, ZoneOffset.UTC, false, 3, least);
    }

    private void post(Instant at, int times) {
        Instant now = ground.world.clock().instant();
        ground.world.clock().advance(Duration.between(now, at));
        ProfileId author = World.LUNE_PROFILE;
        for (int i = 0; i < times; i++) {
            ground.post(author, "Un café");
        }
        ground.world.clock().advance(Duration.between(at, now));
    }

    private void settle(long posts) {
        ground.eventually()
                .until(() -> ground.complete() && ground.search(null, "café").total() == posts);
    }

    private void round() {
        new VolumeRound(ground.world.worker(), volumes, ground.world.clock()).run();
    }

    private List<Spike> spikes(Alert alert) {
        return marc.alerts(all -> all.spikes(alert.id()));
    }

    private List<String> facts() {
        return ground.world
                .worker()
                .withHandle(
                        handle -> handle.createQuery("""
                        select (payload ->> 'watcher') || ' ' || (payload ->> 'posts') || ' ' || (payload ->> 'label')
                        from outbox where kind = 'AlertSpiked' order by id
                        """).mapTo(String.class).list());
    }
}
