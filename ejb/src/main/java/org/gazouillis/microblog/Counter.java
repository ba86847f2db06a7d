package org.gazouillis.microblog;

import java.util.Locale;
import org.gazouillis.kernel.StatusId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The four numbers beside a status. Each is changed in the transaction that inserted or deleted the counted row,
/// and only when one really was, so that it always equals a recount.
enum Counter {
    LIKES,
    REPOSTS,
    REPLIES,
    QUOTES;

    /// Of a status that answers one and quotes another. Whoever changes two numbers begins with the older status, so
    /// that no two wait for each other.
    static void addAbout(Handle handle, @Nullable StatusId answered, @Nullable StatusId quoted, int change) {
        boolean quotedFirst = answered != null && quoted != null && quoted.value() < answered.value();
        if (quoted != null && quotedFirst) {
            QUOTES.add(handle, quoted, change);
        }
        if (answered != null) {
            REPLIES.add(handle, answered, change);
        }
        if (quoted != null && !quotedFirst) {
            QUOTES.add(handle, quoted, change);
        }
    }

    void add(Handle handle, StatusId status, int change) {
        String column = name().toLowerCase(Locale.ROOT);
        handle.createUpdate(String.format(Locale.ROOT, """
                        insert into status_count (status_id, %1$s) values (:status, :change)
                        on conflict (status_id) do update set %1$s = status_count.%1$s + :change
                        """, column))
                .bind("status", status)
                .bind("change", change)
                .execute();
    }
}
