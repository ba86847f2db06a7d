package org.gazouillis.microblog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.outbox.Outbox;
import org.gazouillis.tenancy.AppDb;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Likes a status or takes the like back; twice is as good as once. A like of a repost goes to its original.
@ApplicationScoped
@Transactional
public class Likes {
    private final Jdbi db;
    private final Voices voices;
    private final Clock clock;

    @Inject
    public Likes(@AppDb Jdbi db, Voices voices, Clock clock) {
        this.db = db;
        this.voices = voices;
        this.clock = clock;
    }

    Likes() {
        this(Jdbi.create("jdbc:none"), new Voices(), Clock.systemUTC());
    }

    /// @throws StatusNotFound when there is no such status
    public void like(StatusId status, @Nullable ProfileId as) {
        ProfileId liker = voices.require(as);
        db.useHandle(handle -> {
            StatusId original = Original.of(handle, status).id();
            int inserted = handle.createUpdate("""
                            insert into status_like (status_id, profile_id, at) values (:status, :liker, :now)
                            on conflict do nothing
                            """)
                    .bind("status", original)
                    .bind("liker", liker)
                    .bind("now", clock.instant())
                    .execute();
            changed(handle, original, liker, inserted, "StatusLiked");
        });
    }

    /// @throws StatusNotFound when there is no such status
    public void unlike(StatusId status, @Nullable ProfileId as) {
        ProfileId liker = voices.require(as);
        db.useHandle(handle -> {
            StatusId original = Original.of(handle, status).id();
            int deleted = handle.createUpdate(
                            "delete from status_like where status_id = :status and profile_id = :liker")
                    .bind("status", original)
                    .bind("liker", liker)
                    .execute();
            changed(handle, original, liker, -deleted, "StatusUnliked");
        });
    }

    private void changed(Handle handle, StatusId status, ProfileId liker, int change, String fact) {
        if (change != 0) {
            Counter.LIKES.add(handle, status, change);
            Outbox.append(handle, fact, null, status, "{\"profile\":" + liker + "}", clock.instant());
        }
    }
}
