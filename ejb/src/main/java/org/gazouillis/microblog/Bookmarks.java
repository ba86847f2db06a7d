package org.gazouillis.microblog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.Set;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.outbox.Outbox;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.tenancy.MemberScope;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Keeps statuses for the member alone, whichever brand they speak for; twice is as good as once. A bookmark of a
/// repost is one of its original. Authors learn how many there are, never whose.
@ApplicationScoped
@Transactional
public class Bookmarks {
    private Jdbi db;
    private Voices voices;
    private CurrentMember current;
    private Clock clock;

    @Inject
    public Bookmarks(@AppDb Jdbi db, Voices voices, CurrentMember current, Clock clock) {
        this.db = db;
        this.voices = voices;
        this.current = current;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway.Init")
    Bookmarks() {}

    /// @throws StatusNotFound when there is no such status
    public void add(StatusId status) {
        ProfileId member = voices.require(null);
        db.useHandle(handle -> {
            StatusId original = Original.of(handle, status).id();
            int inserted = handle.createUpdate("""
                            insert into status_bookmark (profile_id, status_id, at) values (:member, :status, :now)
                            on conflict do nothing
                            """)
                    .bind("member", member)
                    .bind("status", original)
                    .bind("now", clock.instant())
                    .execute();
            announce(handle, inserted, "StatusBookmarked", original, member);
        });
    }

    /// @throws StatusNotFound when there is no such status
    public void remove(StatusId status) {
        ProfileId member = voices.require(null);
        db.useHandle(handle -> {
            StatusId original = Original.of(handle, status).id();
            int deleted = handle.createUpdate(
                            "delete from status_bookmark where profile_id = :member and status_id = :status")
                    .bind("member", member)
                    .bind("status", original)
                    .execute();
            announce(handle, deleted, "StatusUnbookmarked", original, member);
        });
    }

    /// Which of these statuses the member keeps; none for a stranger.
    public Set<StatusId> among(Collection<StatusId> statuses) {
        if (current.scope().isEmpty() || statuses.isEmpty()) {
            return Set.of();
        }
        ProfileId member = current.scope().map(MemberScope::profile).orElseThrow();
        return db.withHandle(handle -> Set.copyOf(handle.createQuery("""
                        select status_id from status_bookmark where profile_id = :member and status_id = any (:statuses)
                        """)
                .bind("member", member)
                .bind("statuses", statuses.stream().map(StatusId::value).toArray(Long[]::new))
                .mapTo(StatusId.class)
                .list()));
    }

    private void announce(Handle handle, int rows, String fact, StatusId status, ProfileId member) {
        if (rows == 1) {
            Outbox.append(handle, fact, null, status, "{\"profile\":" + member + "}", clock.instant());
        }
    }
}
