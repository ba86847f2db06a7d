package org.gazouillis.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.gazouillis.kernel.TypedId;
import org.gazouillis.kernel.WorkspaceId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Writes a fact into the caller's own transaction, so that it is announced exactly when the change is committed.
/// Set-based code inserts into the table `outbox` itself; the trigger there addresses the handlers.
public final class Outbox {
    private Outbox() {}

    /// @param kind past tense, for instance `StatusPosted`
    /// @param payload a JSON object, `{}` when the subject's id says all
    public static void append(
            Handle handle, String kind, @Nullable WorkspaceId workspace, TypedId subject, String payload, Instant at) {
        handle.createUpdate("""
                        insert into outbox (kind, workspace_id, subject, payload, at)
                        values (:kind, :workspace, :subject, :payload::jsonb, :at)
                        """)
                .bind("kind", kind)
                .bind("workspace", workspace == null ? null : Long.valueOf(workspace.value()))
                .bind("subject", subject.value())
                .bind("payload", payload)
                .bind("at", at)
                .execute();
    }

    /// Ticks facts off inside the handler's own transaction and says which were still open. A handler that works only
    /// on those, in that transaction, has its effect exactly once although facts come at least once.
    public static Set<Long> settle(Handle handle, String handler, List<OutboxEvent> batch) {
        return handle.createQuery("""
                        delete from outbox_delivery where handler = :handler and outbox_id = any (:ids)
                        returning outbox_id
                        """)
                .bind("handler", handler)
                .bind("ids", batch.stream().map(OutboxEvent::id).toArray(Long[]::new))
                .mapTo(Long.class)
                .set();
    }
}
