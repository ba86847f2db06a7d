package org.gazouillis.kernel;

import java.time.Duration;

/// A named piece of work that the clock runs again and again, on one node at a time: the publish tick, the outbox
/// relay, the roll-up, the reaper. An exception is logged and the next tick tries again, so a run must be
/// repeatable. The name is a key in the clock's store: never change it.
public interface Tick {
    String name();

    Duration every();

    void run();
}
