package org.gazouillis.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OutboxTest {
    private World world;
    private Recorder recorder;
    private OutboxRelay relay;

    @BeforeEach
    void build() {
        world = World.fresh();
        recorder = new Recorder();
        relay = new OutboxRelay(world.worker(), List.of(recorder));
        relay.subscribe();
    }

    @Test
    void aHandlerGetsEachFactOfItsKindsOnce() {
        append(1, "StatusPosted");
        append(2, "SomethingElse");
        append(3, "StatusPosted");
        relay.run();
        relay.run();
        assertThat(recorder.subjects).containsExactly(1L, 3L);
        assertThat(openDeliveries()).isZero();
    }

    @Test
    void aHandlerIsSparedFactsThatSayNothingToIt() {
        append(1, "StatusLiked", "{}");
        append(2, "StatusLiked", "{\"by\":null}");
        append(3, "StatusLiked", "{\"by\":7}");
        assertThat(openDeliveries()).isEqualTo(1);
        relay.run();
        assertThat(recorder.subjects).containsExactly(3L);
    }

    @Test
    void aPoisonousFactWaitsWhileTheOthersPass() {
        append(1, "StatusPosted");
        append(Recorder.POISON, "StatusPosted");
        append(3, "StatusPosted");
        relay.run();
        assertThat(recorder.subjects).containsExactly(1L, 3L);
        assertThat(openDeliveries()).isEqualTo(1);
    }

    @Test
    void aFactThatFailsTooOftenBecomesADeadLetter() {
        append(Recorder.POISON, "StatusPosted");
        for (int attempt = 0; attempt < OutboxRelay.MAX_ATTEMPTS; attempt++) {
            relay.run();
            world.worker().useHandle(handle -> handle.execute("update outbox_delivery set next_attempt_at = now()"));
        }
        String state = world.worker()
                .withHandle(handle -> handle.createQuery(
                                "select (dead_at is not null) || ' ' || last_error from outbox_delivery")
                        .mapTo(String.class)
                        .one());
        assertThat(state).startsWith("true ").contains("poison");
    }

    @Test
    void aRolledBackChangeAnnouncesNothing() throws SQLException {
        try (Connection connection = world.access().connect(world.access().worker())) {
            connection.setAutoCommit(false);
            connection
                    .createStatement()
                    .execute("insert into outbox (kind, subject, at) values ('StatusPosted', 9, now())");
            connection.rollback();
        }
        relay.run();
        assertThat(recorder.subjects).isEmpty();
    }

    @Test
    void theTailShowsNothingThatAnOpenTransactionCouldStillPrecede() throws SQLException {
        OutboxTail tail = new OutboxTail(world.worker());
        try (Connection early = world.access().connect(world.access().worker())) {
            early.setAutoCommit(false);
            early.createStatement().execute("insert into outbox (kind, subject, at) values ('StatusPosted', 1, now())");
            append(2, "StatusPosted");
            assertThat(tail.read(Position.START, Set.of("StatusPosted"), 10)).isEmpty();
            early.commit();
        }
        List<OutboxTail.Entry> entries = tail.read(Position.START, Set.of("StatusPosted"), 10);
        assertThat(entries).extracting(entry -> entry.event().subject()).containsExactly(1L, 2L);
        assertThat(tail.read(entries.getFirst().position(), Set.of("StatusPosted"), 10))
                .hasSize(1);
    }

    @Test
    void aReaderThatStartsNowSeesOnlyWhatComesLater() {
        append(1, "StatusPosted");
        OutboxTail tail = new OutboxTail(world.worker());
        Position now = tail.now();
        append(2, "StatusPosted");
        assertThat(tail.read(now, Set.of("StatusPosted"), 10))
                .extracting(entry -> entry.event().subject())
                .containsExactly(2L);
    }

    private void append(long subject, String kind) {
        append(subject, kind, "{}");
    }

    private void append(long subject, String kind, String payload) {
        world.worker()
                .useTransaction(handle -> Outbox.append(
                        handle,
                        kind,
                        null,
                        new StatusId(subject),
                        payload,
                        world.clock().instant()));
    }

    private long openDeliveries() {
        return world.worker()
                .withHandle(handle -> handle.createQuery("select count(*) from outbox_delivery")
                        .mapTo(Long.class)
                        .one());
    }

    private static final class Recorder implements OutboxHandler {
        static final long POISON = 13;
        final List<Long> subjects = new ArrayList<>();

        @Override
        public String name() {
            return "recorder";
        }

        @Override
        public Set<String> kinds() {
            return Set.of("StatusPosted", "StatusLiked");
        }

        @Override
        public Map<String, String> needs() {
            return Map.of("StatusLiked", "by");
        }

        @Override
        public void handle(List<OutboxEvent> batch) {
            if (batch.stream().anyMatch(event -> event.subject() == POISON)) {
                throw new IllegalStateException("poison");
            }
            batch.forEach(event -> subjects.add(event.subject()));
        }
    }
}
