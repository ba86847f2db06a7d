package org.gazouillis.boot;

import java.time.Duration;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.testrig.SettableClock;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LastIdTest {
    private static final Duration BACK = Duration.ofHours(1);

    private final World world = World.fresh();
    private final TimeOrderedIds ids = new TimeOrderedIds(new SettableClock(World.START.minus(BACK)), 5);

    @Test
    void aNodeWhoseClockWasPutBackGoesOnBehindWhatTheDatabaseHolds() {
        long last = TimeOrderedIds.floor(World.START) + 7;
        world.worker()
                .useHandle(handle -> handle.execute(
                        "insert into audit_entry (workspace_id, id, at, action) values (?, ?, now(), 'test.done')",
                        World.RIVAL_AGENCY,
                        last));
        new LastId(world.worker(), ids).goOn();
        assertThat(ids.next()).isGreaterThan(last);
    }

    @Test
    void whatIsOlderThanTheClockHoldsNobodyBack() {
        new LastId(world.worker(), ids).goOn();
        assertThat(TimeOrderedIds.timeOf(ids.next())).isEqualTo(World.START.minus(BACK));
    }
}
