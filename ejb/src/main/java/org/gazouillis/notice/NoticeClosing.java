package org.gazouillis.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.gazouillis.kernel.Tick;
import org.gazouillis.tenancy.Role;
import org.gazouillis.tenancy.WorkerDb;
import org.jdbi.v3.core.Jdbi;

/// Closes notices whose minute is over, or the time that the one member it is for wants to wait, and addresses the
/// letters: to whoever asked for them, else to the roles that the kind is mailed to; and the calls to members' own
/// addresses. A member who sees the brand no more gets none. Old notices are forgotten here, too.
@ApplicationScoped
public class NoticeClosing implements Tick {
    private static final int KEPT_DAYS = 90;
    private static final String ADDRESS = """
            with closed as (
              update notice set closed_at = now()
              where closed_at is null
                and coalesce(closes_at <= now(), opened_at <= now() - :seconds * interval '1 second')
              returning workspace_id, id, brand_id, kind, member_id),
            told as materialized (
            select c.workspace_id, m.id as member_id, c.id, coalesce(p.hook, true) as hook,
                   coalesce(p.mail, r.role = any (string_to_array(k.roles, ','))) as mail
            from closed c
            join member m on m.workspace_id = c.workspace_id and m.disabled_at is null
                 and (c.member_id is null or m.id = c.member_id)
            join membership r on r.workspace_id = m.workspace_id and r.member_id = m.id
                 and (r.brand_id is null or r.brand_id = c.brand_id or c.brand_id is null)
            join unnest(:kinds, :roles) k (kind, roles) on k.kind = c.kind
            left join lateral (
              select p.mail, p.hook from notice_preference p
              where p.workspace_id = m.workspace_id and p.member_id = m.id and p.kind = c.kind
                and (p.brand_id is null or p.brand_id = c.brand_id)
              order by p.brand_id nulls last limit 1) p on true),
            called as (
              insert into notice_call (workspace_id, hook_id, notice_id, next_attempt_at)
              select distinct t.workspace_id, h.id, t.id, now()
              from told t
              join notice_hook h on h.workspace_id = t.workspace_id and h.member_id = t.member_id and h.state = 'ACTIVE'
              where t.hook)
            insert into notice_mail (workspace_id, member_id, notice_id, next_attempt_at)
            select distinct workspace_id, member_id, id, now() from told where mail
            """;

    private Jdbi db;

    @Inject
    public NoticeClosing(@WorkerDb Jdbi db) {
        this.db = db;
    }

    @SuppressWarnings("NullAway.Init")
    NoticeClosing() {}

    @Override
    public String name() {
        return "notice-closing";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(10);
    }

    @Override
    public void run() {
        close(Duration.ofMinutes(1));
        db.useHandle(
                handle -> handle.createUpdate("delete from notice where opened_at < now() - :days * interval '1 day'")
                        .bind("days", KEPT_DAYS)
                        .execute());
    }

    /// Closes what was opened at least so long ago; gives the number of letters it addressed.
    int close(Duration age) {
        NoticeKind[] kinds = NoticeKind.values();
        return db.inTransaction(handle -> handle.createUpdate(ADDRESS)
                .bind("seconds", age.toSeconds())
                .bind("kinds", Arrays.stream(kinds).map(Enum::name).toArray(String[]::new))
                .bind("roles", Arrays.stream(kinds).map(NoticeClosing::roles).toArray(String[]::new))
                .execute());
    }

    private static String roles(NoticeKind kind) {
        return kind.mailed().stream().map(Role::name).collect(Collectors.joining(","));
    }
}
