package org.gazouillis.microblog;

import org.gazouillis.kernel.ProfileId;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;

/// The status that a deed really means: a repost stands for what it repeats.
record Original(StatusId id, ProfileId profileId, long conversationId) {
    /// @throws StatusNotFound when there is none or it was removed
    static Original of(Handle handle, StatusId status) {
        return handle.createQuery("""
                        select o.id, o.profile_id, o.conversation_id
                        from status s join status o on o.id = coalesce(s.repost_of, s.id)
                        where s.id = :status and o.removed_at is null
                        """)
                .bind("status", status)
                .map(Sql.row(Original.class))
                .findOne()
                .orElseThrow(() -> new StatusNotFound(status));
    }
}
