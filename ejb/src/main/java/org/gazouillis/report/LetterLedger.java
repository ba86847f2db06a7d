package org.gazouillis.report;

import java.time.Duration;
import java.util.Optional;
import org.gazouillis.audit.AuditEntry;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.MemberId;
import org.gazouillis.kernel.ReportId;
import org.gazouillis.kernel.ReportLetterId;
import org.gazouillis.kernel.ReportRunId;
import org.gazouillis.kernel.WorkspaceId;
import org.gazouillis.report.ReportLetter.State;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

/// Where the mails of runs stand, as the round that sends them sees it. `SENDING` and the lease are committed before
/// anybody speaks to the mail server; a result counts only under the fence number of its lease. Whose lease ran out is
/// `UNKNOWN`, and nothing but a person's word leads out of that, or its own late result.
final class LetterLedger {
    private final Jdbi db;
    private final AuditTrail trail;
    private final Duration lease;

    LetterLedger(Jdbi db, AuditTrail trail, Duration lease) {
        this.db = db;
        this.trail = trail;
        this.lease = lease;
    }

    /// A mail that this node has under its lease.
    ///
    /// @param maker   in whose name it goes out
    /// @param replyTo their address
    record Waiting(
            WorkspaceId workspaceId,
            ReportLetterId id,
            BrandId brandId,
            String brand,
            ReportId reportId,
            ReportRunId runId,
            String recipient,
            String[] formats,
            int fence,
            MemberId maker,
            String setUpBy,
            String replyTo) {}

    /// The next that is due, those of one run together. What its mailing does not want any more is left, unless a
    /// person asked for it.
    Optional<Waiting> take() {
        return db.inTransaction(handle -> handle.createQuery("""
                        with free as (
                          select l.id from report_letter l
                          join report_mailing m on m.workspace_id = l.workspace_id and m.id = l.mailing_id
                          join report r on r.workspace_id = m.workspace_id and r.id = m.report_id
                          where l.state = 'PENDING' and l.next_at <= now() and l.give_up_at > now()
                            and (l.asked_by is not null or m.active and m.removed_at is null and r.removed_at is null
                              and l.recipient = any (m.recipients))
                          order by l.run_id, l.id limit 1 for update of l skip locked),
                        taken as (
                          update report_letter l set state = 'SENDING', fence = l.fence + 1, attempts = l.attempts + 1,
                            lease_until = now() + :lease * interval '1 second', settled_at = null
                          from free f where l.id = f.id returning l.*)
                        select t.workspace_id, t.id, t.brand_id, b.handle as brand, m.report_id, t.run_id, t.recipient,
                          t.formats, t.fence, m.member_id as maker, p.name as set_up_by, p.email as reply_to
                        from taken t
                        join report_mailing m on m.workspace_id = t.workspace_id and m.id = t.mailing_id
                        join member p on p.workspace_id = m.workspace_id and p.id = m.member_id
                        join brand b on b.workspace_id = t.workspace_id and b.id = t.brand_id
                        """)
                .bind("lease", lease.toSeconds())
                .map(Sql.row(Waiting.class))
                .findOne());
    }

    /// Brings to an end what lost its node, and what waited for a day.
    void closeWhatIsOver() {
        db.useTransaction(handle -> handle.createUpdate("""
                        with lost as (
                          update report_letter set state = 'UNKNOWN', settled_at = now(), lease_until = null
                          where state = 'SENDING' and lease_until <= now() returning *),
                        late as (
                          update report_letter set state = 'FAILED', settled_at = now()
                          where state = 'PENDING' and give_up_at <= now() returning *)
                        insert into outbox (kind, workspace_id, subject, payload, at)
                        select 'ReportNotMailed', o.workspace_id, o.id, jsonb_build_object('brand', o.brand_id), now()
                        from (select * from lost union all select * from late) o
                        join report_mailing m on m.workspace_id = o.workspace_id and m.id = o.mailing_id
                        where o.state = 'UNKNOWN' or o.asked_by is not null or m.active and m.removed_at is null
                        """).execute());
    }

    /// @param end `SENT`, `FAILED` or `UNKNOWN`
    void settle(Waiting letter, State end, String why) {
        db.useTransaction(handle -> {
            boolean settled = standing(handle.createUpdate("""
                            update report_letter set state = :end, settled_at = now(), lease_until = null,
                              error = nullif(left(:why, 500), '')
                            where workspace_id = :workspace and id = :id and fence = :fence
                              and state in ('SENDING', 'UNKNOWN')
                            """), letter)
                            .bind("end", end.name())
                            .bind("why", why)
                            .execute()
                    == 1;
            if (settled) {
                tell(handle, letter, end);
            }
        });
    }

    /// For what the mail server surely does not have: tried again after a minute, then two, four … two hours at most,
    /// and given up when a day is over.
    void putOff(Waiting letter, String why) {
        db.useTransaction(handle -> standing(handle.createQuery("""
                        update report_letter l set lease_until = null, error = nullif(left(:why, 500), ''), next_at = t.at,
                          state = case when t.at < l.give_up_at then 'PENDING' else 'FAILED' end,
                          settled_at = case when t.at < l.give_up_at then null else now() end
                        from (select id, now() + least(power(2, attempts - 1) * 60, 7200) * interval '1 second' as at
                          from report_letter where workspace_id = :workspace and id = :id) t
                        where l.id = t.id and l.fence = :fence and l.state in ('SENDING', 'UNKNOWN') returning l.state
                        """), letter)
                .bind("why", why)
                .mapTo(State.class)
                .findOne()
                .ifPresent(end -> tell(handle, letter, end)));
    }

    private void tell(Handle handle, Waiting letter, State end) {
        if (end == State.SENT) {
            trail.record(
                    handle,
                    new AuditEntry(letter.workspaceId(), null, letter.brandId(), "report.mailed", letter.id(), "{}"));
        } else if (end != State.PENDING) {
            handle.createUpdate("""
                            insert into outbox (kind, workspace_id, subject, payload, at)
                            values ('ReportNotMailed', :workspace, :id, jsonb_build_object('brand', :brand), now())
                            """)
                    .bind("workspace", letter.workspaceId())
                    .bind("id", letter.id())
                    .bind("brand", letter.brandId())
                    .execute();
        }
    }

    private static <S extends SqlStatement<S>> S standing(S sql, Waiting letter) {
        return sql.bind("workspace", letter.workspaceId())
                .bind("id", letter.id())
                .bind("fence", letter.fence());
    }
}
