package org.gazouillis.listen;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RoundsTest {
    private static final Instant NOW = Instant.parse("2026-05-12T09:10:00Z");
    private static final ThreadFactory THREADS = Thread.ofPlatform().daemon().factory();

    private final Rounds rounds =
            new Rounds(Logger.getLogger(RoundsTest.class), "Counting", Clock.fixed(NOW, ZoneOffset.UTC));
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicBoolean ended = new AtomicBoolean();

    @Test
    void roundsFollowEachOtherUntilTheyAreStoppedAndTheEndIsDoneOnce() {
        rounds.start(THREADS, "counting", () -> Duration.ofMillis(done.incrementAndGet()), () -> ended.set(true));
        Awaitility.await().until(() -> done.get() > 3);
        assertThat(rounds.failing()).isEmpty();
        rounds.stop();
        assertThat(ended).isTrue();
        int all = done.get();
        assertThat(done).hasValue(all);
    }

    @Test
    void aRoundThatFailsIsTriedAgainAndSaidMeanwhile() {
        rounds.start(THREADS, "counting", this::failAtFirst, () -> ended.set(true));
        Awaitility.await().until(() -> rounds.failing().isPresent());
        assertThat(rounds.failing()).hasValueSatisfying(failing -> {
            assertThat(failing.since()).isEqualTo(NOW);
            assertThat(failing.last()).hasMessage("no room");
        });
        Awaitility.await().until(() -> done.get() > 2);
        assertThat(rounds.failing()).isEmpty();
        rounds.stop();
        assertThat(ended).isTrue();
    }

    private Duration failAtFirst() {
        if (done.incrementAndGet() == 1) {
            throw new IllegalStateException("no room");
        }
        return Duration.ofMillis(1);
    }
}
