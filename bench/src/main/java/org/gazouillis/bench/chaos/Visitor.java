package org.gazouillis.bench.chaos;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.gazouillis.listen.StatusIndexer;

/// Somebody who asks again and again, on a thread of their own.
final class Visitor {
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(10);

    private final IndexGround ground;
    private final AtomicLong questions = new AtomicLong();
    private final AtomicLong errors = new AtomicLong();
    private final Thread thread;
    private final StatusIndexer asked;
    private volatile boolean leaving;

    private Visitor(IndexGround ground, StatusIndexer indexer) {
        this.ground = ground;
        this.asked = indexer;
        this.thread = Thread.ofPlatform().unstarted(this::ask);
    }

    static Visitor of(IndexGround ground, StatusIndexer indexer) {
        Visitor visitor = new Visitor(ground, indexer);
        visitor.thread.start();
        return visitor;
    }

    private void ask() {
        while (!leaving) {
            questions.incrementAndGet();
            if (!ground.answers(asked)) {
                errors.incrementAndGet();
            }
            LockSupport.parkNanos(BETWEEN_QUESTIONS.toNanos());
        }
    }

    long questions() {
        return questions.get();
    }

    /// @return how many questions were not answered as they must be
    long leave() {
        leaving = true;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return errors.get();
    }
}
