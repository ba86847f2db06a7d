package org.gazouillis.launch;

import java.util.ArrayDeque;
import java.util.Deque;

/// What was started, to be stopped in reverse order, once, when the launcher ends for whatever reason.
final class Stops {
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final Terminal terminal;
    private volatile boolean stopping;

    Stops(Terminal terminal) {
        this.terminal = terminal;
    }

    /// Stops everything at Ctrl-C, SIGTERM and the launcher's own end.
    void atTheEnd() {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::now));
    }

    synchronized void last(AutoCloseable thing) {
        started.push(thing);
    }

    /// Whether we are being stopped, so that an end is no surprise.
    boolean areUnderWay() {
        return stopping;
    }

    private void now() {
        stopping = true;
        stopAll();
    }

    private synchronized void stopAll() {
        if (!started.isEmpty()) {
            terminal.say("Stopping …");
        }
        while (!started.isEmpty()) {
            stop(started.pop());
        }
    }

    private void stop(AutoCloseable thing) {
        try {
            thing.close();
        } catch (Exception e) {
            terminal.complain("could not stop cleanly: " + e.getMessage());
        }
    }
}
