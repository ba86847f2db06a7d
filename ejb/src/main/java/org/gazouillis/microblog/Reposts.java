package org.gazouillis.microblog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.outbox.Outbox;
import org.gazouillis.tenancy.AppDb;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Repeats a status to one's own followers, once per profile, or takes that back. A repost is a status row without
/// text that points at its original.
@ApplicationScoped
@Transactional
public class Reposts {
    private final Jdbi db;
    private final Voices voices;
    private final TimeOrderedIds ids;
    private final Clock clock;

    @Inject
    public Reposts(@AppDb Jdbi db, Voices voices, TimeOrderedIds ids, Clock clock) {
        this.db = db;
        this.voices = voices;
        this.ids = ids;
        this.clock = clock;
    }

    Reposts() {
        this(Jdbi.create("jdbc:none"), new Voices(), new TimeOrderedIds(Clock.systemUTC(), 0), Clock.systemUTC());
    }

    /// @return the repost, new or from before
    /// @throws StatusNotFound when there is no such status
    public StatusId repost(StatusId status, @Nullable ProfileId as) {
        ProfileId author = voices.require(as);
        return db.withHandle(handle -> {
            StatusId original = Original.of(handle, status).id();
            StatusId id = new StatusId(ids.next());
            if (insert(handle, id, author, original) == 0) {
                return find(handle, author, original).orElseThrow(() -> new StatusNotFound(original));
            }
            Counter.REPOSTS.add(handle, original, 1);
            String payload = String.format(Locale.ROOT, "{\"profile\":%s,\"of\":%s}", author, original);
            Outbox.append(handle, "StatusReposted", null, id, payload, clock.instant());
            return id;
        });
    }

    /// @throws StatusNotFound when there is no such status
    public void unrepost(StatusId status, @Nullable ProfileId as) {
        ProfileId author = voices.require(as);
        db.useHandle(handle -> {
            StatusId original = Original.of(handle, status).id();
            handle.createQuery("delete from status where profile_id = :author and repost_of = :of returning id")
                    .bind("author", author)
                    .bind("of", original)
                    .mapTo(StatusId.class)
                    .findOne()
                    .ifPresent(gone -> takenBack(handle, gone, author, original));
        });
    }

    private int insert(Handle handle, StatusId id, ProfileId author, StatusId original) {
        return handle.createUpdate("""
                        insert into status (id, profile_id, text, lang, created_at, conversation_id, repost_of)
                        values (:id, :author, '', 'und', :now, :id, :of) on conflict do nothing
                        """)
                .bind("id", id)
                .bind("author", author)
                .bind("now", clock.instant())
                .bind("of", original)
                .execute();
    }

    private void takenBack(Handle handle, StatusId repost, ProfileId author, StatusId original) {
        Counter.REPOSTS.add(handle, original, -1);
        String payload = String.format(Locale.ROOT, "{\"profile\":%s,\"of\":%s}", author, original);
        Outbox.append(handle, "StatusRemoved", null, repost, payload, clock.instant());
    }

    private static Optional<StatusId> find(Handle handle, ProfileId author, StatusId original) {
        return handle.createQuery("select id from status where profile_id = :author and repost_of = :of")
                .bind("author", author)
                .bind("of", original)
                .mapTo(StatusId.class)
                .findOne();
    }
}
