package org.gazouillis.listen;

import org.awaitility.Awaitility;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FeedingTurnTest {
    private final World world = World.fresh();

    @Test
    void oneNodeFeedsUntilItLetsAnotherDoSo() {
        FeedingTurn one = new FeedingTurn(world.worker(), "shared");
        try (FeedingTurn other = new FeedingTurn(world.worker(), "shared");
                FeedingTurn elsewhere = new FeedingTurn(world.worker(), "another")) {
            assertThat(one.isOurs()).isTrue();
            assertThat(one.isOurs()).isTrue();
            assertThat(other.isOurs()).isFalse();
            assertThat(elsewhere.isOurs()).isTrue();
            one.close();
            assertThat(other.isOurs()).isTrue();
            assertThat(one.isOurs()).isFalse();
        }
    }

    @Test
    void aNodeWhoseConnectionDiesIsFollowedByAnother() {
        try (FeedingTurn one = new FeedingTurn(world.worker(), "dying");
                FeedingTurn other = new FeedingTurn(world.worker(), "dying")) {
            assertThat(one.isOurs()).isTrue();
            world.worker()
                    .useHandle(handle ->
                            handle.createQuery("""
                            select pg_terminate_backend(pid) from pg_locks
                            where locktype = 'advisory' and granted
                              and (classid::bigint << 32 | objid::bigint) = hashtextextended('listen.index dying', 0)
                            """).mapTo(Boolean.class).list());
            Awaitility.await().until(other::isOurs);
        }
    }
}
