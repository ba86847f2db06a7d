package org.gazouillis.microblog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.tenancy.AppDb;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Says that a flash was read, or takes it back; twice is as good as once. Who acknowledges a repost acknowledges its
/// original. Nobody waits for the fact, so none is announced: receipts read the rows.
@ApplicationScoped
@Transactional
public class Acknowledgements {
    private final Jdbi db;
    private final Voices voices;
    private final Clock clock;

    @Inject
    public Acknowledgements(@AppDb Jdbi db, Voices voices, Clock clock) {
        this.db = db;
        this.voices = voices;
        this.clock = clock;
    }

    Acknowledgements() {
        this(Jdbi.create("jdbc:none"), new Voices(), Clock.systemUTC());
    }

    /// @throws StatusNotFound when there is no such status
    /// @throws NoFlash when nobody marked it as urgent
    public void acknowledge(StatusId status, @Nullable ProfileId as) {
        ProfileId reader = voices.require(as);
        db.useHandle(handle -> handle.createUpdate("""
                        insert into flash_acknowledgement (status_id, profile_id, at) values (:status, :reader, :now)
                        on conflict do nothing
                        """)
                .bind("status", flash(handle, status))
                .bind("reader", reader)
                .bind("now", clock.instant())
                .execute());
    }

    /// @throws StatusNotFound when there is no such status
    /// @throws NoFlash when nobody marked it as urgent
    public void takeBack(StatusId status, @Nullable ProfileId as) {
        ProfileId reader = voices.require(as);
        db.useHandle(handle -> handle.createUpdate(
                        "delete from flash_acknowledgement where status_id = :status and profile_id = :reader")
                .bind("status", flash(handle, status))
                .bind("reader", reader)
                .execute());
    }

    private static StatusId flash(Handle handle, StatusId status) {
        StatusId original = Original.of(handle, status).id();
        boolean flash = handle.createQuery("select flash from status where id = :status")
                .bind("status", original)
                .mapTo(Boolean.class)
                .one();
        if (!flash) {
            throw new NoFlash(original);
        }
        return original;
    }
}
