package org.gazouillis.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.kernel.Tick;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.outbox.Outbox;
import org.gazouillis.report.MailRhythm.Due;
import org.gazouillis.report.ReportMailing.Trouble;
import org.gazouillis.security.Permission;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Members;
import org.gazouillis.tenancy.Sql;
import org.gazouillis.tenancy.WorkerDb;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/// Makes the runs whose time to be mailed has come, one for each time, and addresses their mails in the same
/// transaction. The reading is long and outside any transaction, under a lease; whoever comes second finds that the
/// time has moved on. After a standstill only the newest time that was missed is made.
@ApplicationScoped
public class MailingTick implements Tick {
    private static final int MOST = 50;
    private static final Logger LOG = Logger.getLogger(MailingTick.class);

    private Jdbi db;
    private ReportRuns runs;
    private Members members;
    private AuditTrail trail;
    private TimeOrderedIds ids;

    @Inject
    public MailingTick(@WorkerDb Jdbi db, ReportRuns runs, Members members, AuditTrail trail, TimeOrderedIds ids) {
        this.db = db;
        this.runs = runs;
        this.members = members;
        this.trail = trail;
        this.ids = ids;
    }

    @SuppressWarnings("NullAway.Init")
    MailingTick() {}

    /// A mailing that this node has under its lease.
    record Taken(MailingRow row, Due planned, Instant now) {}

    @Override
    public String name() {
        return "report-mailings";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(15);
    }

    @Override
    public void run() {
        for (int made = 0; made < MOST; made++) {
            Optional<Taken> taken = take();
            if (taken.isEmpty()) {
                return;
            }
            make(taken.get());
        }
    }

    /// The mailing that has waited longest, if one is due.
    Optional<Taken> take() {
        return db.inTransaction(handle -> {
            Instant now =
                    handle.createQuery("select now()").mapTo(Instant.class).one();
            return handle.createQuery("""
                            with free as (
                              select m.id from report_mailing m
                              join report r on r.workspace_id = m.workspace_id and r.id = m.report_id
                              where m.active and m.removed_at is null and r.removed_at is null and m.due_at <= now()
                                and coalesce(m.lease_until, '-infinity') <= now()
                              order by m.due_at, m.id limit 1 for update of m skip locked),
                            taken as (
                              update report_mailing m set lease_until = now() + interval '10 minutes'
                              from free f where m.id = f.id returning m.*)
                            select
                            """ + MailingRow.COLUMNS + """
                            from taken m join member p on p.workspace_id = m.workspace_id and p.id = m.member_id
                            """)
                    .map(Sql.row(MailingRow.class))
                    .findOne()
                    .map(row -> new Taken(row, Objects.requireNonNull(row.due(), "an active one has a time"), now));
        });
    }

    void make(Taken taken) {
        MailingRow row = taken.row();
        Optional<MemberScope> maker = members.scope(row.memberId(), MemberScope.ALL_SCOPES)
                .filter(scope -> Permission.EXPORT.isGivenTo(scope.roles().getOrDefault(row.brandId(), Set.of())));
        if (maker.isEmpty()) {
            stop(taken);
            return;
        }
        try {
            Due due = row.rhythm().latest(taken.planned(), taken.now(), row.zone());
            var days = row.period().before(due.local().toLocalDate());
            keep(taken, maker.get(), due, runs.count(maker.get(), report(row), days.first(), days.last(), row.zone()));
        } catch (ReportRefused refused) {
            LOG.warnf("Mailing %s: %s", row.id(), refused.getMessage());
            pass(taken, Trouble.REFUSED);
        } catch (IOException | RuntimeException broken) {
            LOG.errorf(broken, "Mailing %s: its report could not be made", row.id());
            putOff(taken);
        }
    }

    private Report report(MailingRow row) {
        return db.withHandle(handle -> handle.createQuery("""
                        select id, brand_id, plan::text as plan, changed_at from report
                        where workspace_id = :workspace and id = :report
                        """)
                .bind("workspace", row.workspaceId())
                .bind("report", row.reportId())
                .map(Sql.row(Reports.Row.class))
                .one()
                .report());
    }

    private void keep(Taken taken, MemberScope maker, Due due, ReportRuns.Made made) {
        db.useTransaction(handle -> {
            if (advance(handle, taken, null) && !isMade(handle, taken.row(), due)) {
                ReportShelf.put(handle, trail, maker, made.run(), made.data());
                address(handle, taken.row(), due, made.run());
            }
        });
    }

    /// Whether a time was made before: one that a person planned twice.
    private static boolean isMade(Handle handle, MailingRow row, Due due) {
        return handle.createQuery("""
                        select exists (select from report_sending
                          where workspace_id = :workspace and mailing_id = :id and local_at = :local)
                        """)
                .bind("workspace", row.workspaceId())
                .bind("id", row.id())
                .bind("local", due.local())
                .mapTo(Boolean.class)
                .one();
    }

    private void address(Handle handle, MailingRow row, Due due, ReportRun run) {
        handle.createUpdate("""
                        insert into report_sending (workspace_id, mailing_id, local_at, brand_id, run_id)
                        values (:workspace, :id, :local, :brand, :run)
                        """)
                .bind("workspace", row.workspaceId())
                .bind("id", row.id())
                .bind("local", due.local())
                .bind("brand", row.brandId())
                .bind("run", run.id())
                .execute();
        handle.createUpdate("""
                        insert into report_letter (workspace_id, id, brand_id, mailing_id, run_id, recipient, formats, state,
                          next_at, give_up_at, created_at)
                        select m.workspace_id, id_plus(:first, r.n - 1), m.brand_id, m.id, :run, r.address, m.formats,
                          'PENDING', now(), now() + interval '1 day', now()
                        from report_mailing m cross join lateral unnest(m.recipients) with ordinality as r (address, n)
                        where m.workspace_id = :workspace and m.id = :id
                        """)
                .bind("first", ids.reserve(row.recipients().length))
                .bind("run", run.id())
                .bind("workspace", row.workspaceId())
                .bind("id", row.id())
                .execute();
    }

    /// To the next time, unless another node or a person was quicker.
    private static boolean advance(Handle handle, Taken taken, @Nullable Trouble trouble) {
        MailingRow row = taken.row();
        Due next = row.rhythm().next(taken.now(), row.zone(), 1).getFirst();
        return standing(handle.createUpdate("""
                                update report_mailing set local_at = :local, due_at = :due, lease_until = null,
                                  failing_since = null, trouble = :trouble
                                where workspace_id = :workspace and id = :id and version = :version and local_at = :planned
                                  and active and removed_at is null
                                """), taken)
                        .bind("local", next.local())
                        .bind("due", next.at())
                        .bind("trouble", trouble == null ? null : trouble.name())
                        .execute()
                == 1;
    }

    /// Lets this time pass and tells those who set the brand's rules.
    private void pass(Taken taken, Trouble trouble) {
        db.useTransaction(handle -> {
            if (advance(handle, taken, trouble)) {
                tell(handle, taken);
            }
        });
    }

    private void stop(Taken taken) {
        LOG.warnf(
                "Mailing %s is switched off: whoever set it up may not take figures out any more",
                taken.row().id());
        db.useTransaction(handle -> {
            int stopped = standing(handle.createUpdate("""
                            update report_mailing set active = false, local_at = null, due_at = null, lease_until = null,
                              failing_since = null, trouble = 'MAKER'
                            where workspace_id = :workspace and id = :id and version = :version and local_at = :planned
                              and active
                            """), taken).execute();
            if (stopped > 0) {
                tell(handle, taken);
            }
        });
    }

    /// Tried again under a new lease, for a day.
    private void putOff(Taken taken) {
        boolean over = db.inTransaction(handle -> standing(handle.createQuery("""
                                update report_mailing set failing_since = coalesce(failing_since, now()),
                                  lease_until = now() + interval '5 minutes'
                                where workspace_id = :workspace and id = :id and version = :version and local_at = :planned
                                returning failing_since <= now() - interval '1 day'
                                """), taken)
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false));
        if (over) {
            pass(taken, Trouble.BROKEN);
        }
    }

    /// As it was taken, and as nobody changed it since.
    private static <S extends SqlStatement<S>> S standing(S sql, Taken taken) {
        return sql.bind("workspace", taken.row().workspaceId())
                .bind("id", taken.row().id())
                .bind("version", taken.row().version())
                .bind("planned", taken.planned().local());
    }

    private static void tell(Handle handle, Taken taken) {
        Outbox.append(
                handle,
                "ReportNotMailed",
                taken.row().workspaceId(),
                taken.row().id(),
                "{\"brand\":" + taken.row().brandId() + ",\"posts\":"
                        + taken.row().recipients().length + "}",
                taken.now());
    }
}
