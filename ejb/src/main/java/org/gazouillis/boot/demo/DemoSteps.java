package org.gazouillis.boot.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import org.gazouillis.tenancy.WorkerDb;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Remembers which steps of the demo are done. A step and its mark are one transaction, and one lock lets only one
/// node work, so each step happens once.
@ApplicationScoped
public class DemoSteps {
    private static final String BEGUN = "begun";
    private static final String FINISHED = "finished";

    private final Jdbi db;
    private final Clock clock;

    @Inject
    public DemoSteps(@WorkerDb Jdbi db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    DemoSteps() {
        this(Jdbi.create("jdbc:none"), Clock.systemUTC());
    }

    /// The moment from which the demo counts its days: now for a house in which nobody works yet, the first start's
    /// for a demo that was interrupted; empty when there is nothing to do.
    @Transactional
    public Optional<Instant> begin() {
        return db.withHandle(handle -> {
            lock(handle);
            if (doneAt(handle, FINISHED).isPresent()) {
                return Optional.empty();
            }
            Optional<Instant> begun = doneAt(handle, BEGUN);
            return begun.isPresent() || isInhabited(handle) ? begun : Optional.of(mark(handle, BEGUN));
        });
    }

    /// Does the step unless it is done.
    @Transactional
    public void once(String step, Consumer<Handle> work) {
        db.useHandle(handle -> {
            lock(handle);
            if (doneAt(handle, step).isEmpty()) {
                work.accept(handle);
                mark(handle, step);
            }
        });
    }

    @Transactional
    public void finish() {
        db.useHandle(handle -> mark(handle, FINISHED));
    }

    private Instant mark(Handle handle, String step) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        handle.execute("insert into demo_step (step, done_at) values (?, ?)", step, now);
        return now;
    }

    private static Optional<Instant> doneAt(Handle handle, String step) {
        return handle.createQuery("select done_at from demo_step where step = :step")
                .bind("step", step)
                .mapTo(Instant.class)
                .findOne();
    }

    private static boolean isInhabited(Handle handle) {
        return handle.createQuery("select exists (select from workspace)")
                .mapTo(Boolean.class)
                .one();
    }

    private static void lock(Handle handle) {
        handle.execute("select pg_advisory_xact_lock(hashtext('demo'))");
    }
}
