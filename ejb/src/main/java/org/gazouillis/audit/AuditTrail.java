package org.gazouillis.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.kernel.TypedId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Writes deeds into the trail, within the transaction that does them: no deed without its entry, no entry without
/// its deed. Set-based code may insert into `audit_entry` itself. Nobody can change or delete an entry.
@ApplicationScoped
public class AuditTrail {
    private final TimeOrderedIds ids;
    private final Clock clock;

    @Inject
    public AuditTrail(TimeOrderedIds ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    AuditTrail() {
        this(new TimeOrderedIds(Clock.systemUTC(), 0), Clock.systemUTC());
    }

    public void record(Handle handle, AuditEntry entry) {
        handle.createUpdate("""
                        insert into audit_entry (workspace_id, id, at, member_id, brand_id, action, subject, detail)
                        values (:workspace, :id, :at, :member, :brand, :action, :subject, :detail::jsonb)
                        """)
                .bind("workspace", entry.workspace().value())
                .bind("id", ids.next())
                .bind("at", clock.instant())
                .bind("member", number(entry.member()))
                .bind("brand", number(entry.brand()))
                .bind("action", entry.action())
                .bind("subject", number(entry.subject()))
                .bind("detail", entry.detail())
                .execute();
    }

    /// Notes a deed that broke off half-way. What broke it is told, whatever happens to its note.
    public static void noteBroken(Exception broken, Runnable note) {
        try {
            note.run();
        } catch (RuntimeException unnoted) {
            broken.addSuppressed(unnoted);
        }
    }

    private static @Nullable Long number(@Nullable TypedId id) {
        return id == null ? null : Long.valueOf(id.value());
    }
}
