package org.gazouillis.microblog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Locale;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.outbox.Outbox;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Takes a status away for good, with its poll and all its reposts; what quotes it stays and says that it is gone.
/// Only its author can, or who publishes for that brand; the row stays, marked, because publications and measures
/// refer to it.
@ApplicationScoped
@Transactional
public class StatusRemover {
    private final Jdbi db;
    private final Voices voices;
    private final Reposts reposts;
    private final Clock clock;

    @Inject
    public StatusRemover(@AppDb Jdbi db, Voices voices, Reposts reposts, Clock clock) {
        this.db = db;
        this.voices = voices;
        this.reposts = reposts;
        this.clock = clock;
    }

    StatusRemover() {
        this(Jdbi.create("jdbc:none"), new Voices(), new Reposts(), Clock.systemUTC());
    }

    /// @throws StatusNotFound when there is no such status, or not any more
    /// @throws ProfileNotYours when it is somebody else's
    public void remove(StatusId status) {
        db.useHandle(handle -> {
            Row row = find(handle, status);
            voices.require(row.profileId());
            if (row.repostOf() == null) {
                removeOriginal(handle, row);
            } else {
                reposts.unrepost(row.repostOf(), row.profileId());
            }
        });
    }

    private void removeOriginal(Handle handle, Row row) {
        int marked = handle.createUpdate("""
                        with untagged as (delete from hashtag_status where status_id = :status),
                        tried as (delete from status_variant where status_id = :status),
                        asked as (delete from poll where status_id = :status)
                        update status set removed_at = :now where id = :status and removed_at is null
                        """)
                .bind("status", row.id())
                .bind("now", clock.instant())
                .execute();
        if (marked == 0) {
            throw new StatusNotFound(row.id());
        }
        Counter.addAbout(handle, row.inReplyTo(), row.quoteOf(), -1);
        if (row.quoteOf() != null) {
            String payload = "{\"profile\":" + row.profileId() + "}";
            Outbox.append(handle, "StatusUnquoted", null, row.quoteOf(), payload, clock.instant());
        }
        announce(handle, row.id(), row.profileId(), row.inReplyTo());
        removeReposts(handle, row.id());
    }

    private void removeReposts(Handle handle, StatusId original) {
        handle.createQuery("""
                        delete from status where repost_of = :status
                        returning id, profile_id, in_reply_to, repost_of, quote_of
                        """)
                .bind("status", original)
                .map(Sql.row(Row.class))
                .list()
                .forEach(repost -> announce(handle, repost.id(), repost.profileId(), null));
    }

    /// Whoever counts replies needs to know which status lost one.
    private void announce(Handle handle, StatusId status, ProfileId author, @Nullable StatusId inReplyTo) {
        String payload = String.format(Locale.ROOT, "{\"profile\":%s,\"inReplyTo\":%s}", author, inReplyTo);
        Outbox.append(handle, "StatusRemoved", null, status, payload, clock.instant());
    }

    private static Row find(Handle handle, StatusId status) {
        return handle.createQuery("""
                        select id, profile_id, in_reply_to, repost_of, quote_of from status
                        where id = :status and removed_at is null
                        """)
                .bind("status", status)
                .map(Sql.row(Row.class))
                .findOne()
                .orElseThrow(() -> new StatusNotFound(status));
    }

    record Row(
            StatusId id,
            ProfileId profileId,
            @Nullable StatusId inReplyTo,
            @Nullable StatusId repostOf,
            @Nullable StatusId quoteOf) {}
}
