package org.gazouillis.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gazouillis.audit.AuditEntry;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.kernel.HookId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.security.Permissions;
import org.gazouillis.security.SecretBox;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// The current member's webhook in the database, its key locked. Each method is one transaction; it calls nobody
/// outside, see [NoticeHooks] for that.
@ApplicationScoped
@Transactional
class HookBook {
    private static final int CALLS = 20;

    private Jdbi db;
    private Permissions permissions;
    private SecretBox box;
    private AuditTrail trail;
    private TimeOrderedIds ids;

    @Inject
    HookBook(@AppDb Jdbi db, Permissions permissions, SecretBox box, AuditTrail trail, TimeOrderedIds ids) {
        this.db = db;
        this.permissions = permissions;
        this.box = box;
        this.trail = trail;
        this.ids = ids;
    }

    @SuppressWarnings("NullAway.Init")
    HookBook() {}

    public Optional<NoticeHook> read() {
        MemberScope member = permissions.requireScope("read");
        return db.withHandle(handle ->
                stored(handle, member).map(hook -> hook.shown(calls(handle, member, hook.id()))));
    }

    /// In the place of the one before, with what was on its way there.
    public NoticeHook replace(URI endpoint, String key) {
        MemberScope member = permissions.requireScope("write");
        HookId id = new HookId(ids.next());
        db.useHandle(handle -> {
            delete(handle, member);
            handle.createUpdate("""
                            insert into notice_hook (workspace_id, id, member_id, endpoint, sealed, key_id, created_at)
                            values (:workspace, :id, :member, :endpoint, :sealed, :key, now())
                            """)
                    .bind("workspace", member.workspace())
                    .bind("id", id)
                    .bind("member", member.member())
                    .bind("endpoint", endpoint.toString())
                    .bind("sealed", box.seal(member.workspace(), id, key))
                    .bind("key", box.keyId())
                    .execute();
            record(handle, member, id, "notice.hook-set");
        });
        return read().orElseThrow();
    }

    public void remove() {
        MemberScope member = permissions.requireScope("write");
        db.useHandle(handle -> stored(handle, member).ifPresent(hook -> {
            delete(handle, member);
            record(handle, member, hook.id(), "notice.hook-removed");
        }));
    }

    /// How to call it, for its own member.
    ///
    /// @throws HookRefused when there is none
    public Access access() {
        MemberScope member = permissions.requireScope("write");
        Stored hook = db.withHandle(handle -> stored(handle, member))
                .orElseThrow(() -> new HookRefused("There is no address yet. Give one first."));
        return new Access(
                hook.id(), URI.create(hook.endpoint()), box.open(member.workspace(), hook.id(), hook.sealed()));
    }

    /// It works, and goes on if it was paused.
    public void works(HookId id) {
        MemberScope member = permissions.requireScope("write");
        db.useHandle(handle -> handle.createUpdate("""
                        update notice_hook set state = 'ACTIVE', failing_since = null, last_success_at = now()
                        where workspace_id = :workspace and member_id = :member and id = :id
                        """)
                .bind("workspace", member.workspace())
                .bind("member", member.member())
                .bind("id", id)
                .execute());
    }

    private static Optional<Stored> stored(Handle handle, MemberScope member) {
        return handle.createQuery("""
                        select id, endpoint, sealed, state, last_success_at from notice_hook
                        where workspace_id = :workspace and member_id = :member
                        """)
                .bind("workspace", member.workspace())
                .bind("member", member.member())
                .map(Sql.row(Stored.class))
                .findOne();
    }

    private static List<NoticeHook.Call> calls(Handle handle, MemberScope member, HookId hook) {
        return handle.createQuery("""
                        select c.notice_id as notice, n.kind, c.attempts,
                               case when c.sent_at is null and c.given_up_at is null then c.next_attempt_at end
                                 as next_attempt_at,
                               c.sent_at, c.given_up_at, c.last_error as error
                        from notice_call c join notice n on n.workspace_id = c.workspace_id and n.id = c.notice_id
                        where c.workspace_id = :workspace and c.hook_id = :hook order by c.notice_id desc limit :most
                        """)
                .bind("workspace", member.workspace())
                .bind("hook", hook)
                .bind("most", CALLS)
                .map(Sql.row(NoticeHook.Call.class))
                .list();
    }

    private static void delete(Handle handle, MemberScope member) {
        handle.createUpdate("delete from notice_hook where workspace_id = :workspace and member_id = :member")
                .bind("workspace", member.workspace())
                .bind("member", member.member())
                .execute();
    }

    private void record(Handle handle, MemberScope member, HookId id, String action) {
        trail.record(handle, new AuditEntry(member.workspace(), member.member(), null, action, id, "{}"));
    }

    /// What a call needs; its text shows no key.
    record Access(HookId id, URI endpoint, String key) {
        @Override
        public String toString() {
            return "access to notice hook " + id;
        }
    }

    private record Stored(
            HookId id,
            String endpoint,
            byte[] sealed,
            String state,
            @Nullable Instant lastSuccessAt) {
        NoticeHook shown(List<NoticeHook.Call> calls) {
            return new NoticeHook(id, endpoint, state.equals("PAUSED"), lastSuccessAt, calls);
        }
    }
}
