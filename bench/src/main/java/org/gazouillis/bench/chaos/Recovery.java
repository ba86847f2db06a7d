package org.gazouillis.bench.chaos;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// How soon everything goes on after a trouble is over: writes, reads, and publishing.
record Recovery(ChaosGround ground, Author author, Duration patience) {
    /// Triggers of Quartz that wait for something that no node is doing.
    static final String STUCK = """
            select (select count(*) from qrtz_triggers t
                    where t.trigger_state in ('ACQUIRED', 'BLOCKED')
                      and not exists (select from qrtz_fired_triggers f where f.trigger_name = t.trigger_name))
                 + (select count(*) from qrtz_fired_triggers
                    where fired_time < (extract(epoch from now()) - 60) * 1000)
            """;

    /// Seconds until all three work again, or those of the patience when they do not.
    long seconds() {
        long began = System.nanoTime();
        long written = author.acknowledged().size();
        long read = author.reads();
        ground.comes(patience, () -> ground.published() >= 0);
        long out = ground.published();
        ground.comes(
                patience,
                () -> author.acknowledged().size() > written && author.reads() > read && ground.published() > out);
        return Math.ceilDiv(System.nanoTime() - began, Duration.ofSeconds(1).toNanos());
    }

    /// Lets it be as it should be for a while.
    static void quiet(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }
}
