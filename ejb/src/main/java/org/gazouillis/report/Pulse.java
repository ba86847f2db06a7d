package org.gazouillis.report;

import java.time.Duration;

/// Does something now and then while it is called very often.
final class Pulse implements Runnable {
    private static final long EVERY = Duration.ofSeconds(2).toNanos();

    private final Runnable beat;
    private long last = System.nanoTime();

    Pulse(Runnable beat) {
        this.beat = beat;
    }

    @Override
    public void run() {
        long now = System.nanoTime();
        if (now - last >= EVERY) {
            last = now;
            beat.run();
        }
    }
}
