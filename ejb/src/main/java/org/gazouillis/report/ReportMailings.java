package org.gazouillis.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.gazouillis.audit.AuditEntry;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.ReportId;
import org.gazouillis.kernel.ReportMailingId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.report.MailRhythm.Due;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/// By which rules reports go out by mail. Whoever may take a brand's figures out may set, change and remove them; a
/// mailing goes out in the name of whoever did so last, and only while they still may.
@ApplicationScoped
@Transactional
public class ReportMailings {
    private static final int MOST = 20;

    private Jdbi db;
    private Permissions permissions;
    private Reports reports;
    private AuditTrail trail;
    private TimeOrderedIds ids;
    private Clock clock;

    @Inject
    public ReportMailings(
            @AppDb Jdbi db,
            Permissions permissions,
            Reports reports,
            AuditTrail trail,
            TimeOrderedIds ids,
            Clock clock) {
        this.db = db;
        this.permissions = permissions;
        this.reports = reports;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway.Init")
    ReportMailings() {}

    /// All mailings of a report, the oldest first.
    ///
    /// @throws ReportNotFound when the member sees none of that id
    public List<ReportMailing> of(ReportId report) {
        MemberScope member = permissions.require(reports.one(report).brand(), Permission.EXPORT);
        return db.withHandle(handle -> handle
                .createQuery("select " + MailingRow.COLUMNS + """
                        from report_mailing m join member p on p.workspace_id = m.workspace_id and p.id = m.member_id
                        where m.workspace_id = :workspace and m.report_id = :report and m.removed_at is null order by m.id
                        """)
                .bind("workspace", member.workspace())
                .bind("report", report)
                .map(Sql.row(MailingRow.class))
                .list()
                .stream()
                .map(row -> row.mailing(clock.instant()))
                .toList());
    }

    /// @throws ReportNotFound when the member sees none of that id
    public ReportMailing one(ReportMailingId id) {
        return row(id, false).mailing(clock.instant());
    }

    /// @throws ReportNotFound when the member sees no such report
    /// @throws ReportRefused  when it has 20 mailings already
    public ReportMailing set(ReportId report, MailingPlan plan) {
        permissions.requireScope("write");
        BrandId brand = reports.one(report).brand();
        MemberScope member = permissions.require(brand, Permission.EXPORT);
        if (of(report).size() >= MOST) {
            throw new ReportRefused("recipients", "A report has at most " + MOST + " mailings. Remove some first.");
        }
        ReportMailingId id = new ReportMailingId(ids.next());
        db.useHandle(handle -> {
            Update insert = handle.createUpdate("""
                            insert into report_mailing (workspace_id, id, brand_id, report_id, member_id, every, on_day, at,
                              zone, period, formats, recipients, active, local_at, due_at)
                            values (:workspace, :id, :brand, :report, :member, :every, :on, :at, :zone, :period, :formats,
                              :recipients, :active, :local, :due)
                            """).bind("brand", brand).bind("report", report);
            bind(insert, member, id, plan, plan.active() ? next(plan) : null).execute();
            record(handle, member, brand, "report.mailing-set", id);
        });
        return one(id);
    }

    /// What was made before stays; its mails that wait go only to those who are still named.
    ///
    /// @throws ReportNotFound when the member sees none of that id
    public ReportMailing change(ReportMailingId id, MailingPlan plan) {
        permissions.requireScope("write");
        MailingRow before = row(id, false);
        boolean sameTimes = before.active()
                && before.rhythm().equals(plan.rhythm())
                && before.zone().equals(plan.zone());
        Due due = sameTimes ? before.due() : next(plan);
        MemberScope member = permissions.require(before.brandId(), Permission.EXPORT);
        db.useHandle(handle -> {
            Update update = handle.createUpdate("""
                    update report_mailing set member_id = :member, every = :every, on_day = :on, at = :at, zone = :zone,
                      period = :period, formats = :formats, recipients = :recipients, active = :active, local_at = :local,
                      due_at = :due, version = version + 1, lease_until = null, failing_since = null, trouble = null
                    where workspace_id = :workspace and id = :id and removed_at is null
                    """);
            bind(update, member, id, plan, plan.active() ? due : null).execute();
            record(handle, member, before.brandId(), "report.mailing-changed", id);
        });
        return one(id);
    }

    /// What waits to be sent by it is not sent any more. It can be brought back by [#restore].
    ///
    /// @throws ReportNotFound when the member sees none of that id
    public void remove(ReportMailingId id) {
        permissions.requireScope("write");
        MailingRow row = row(id, false);
        MemberScope member = permissions.require(row.brandId(), Permission.EXPORT);
        db.useHandle(handle -> {
            handle.createUpdate("""
                            update report_mailing set removed_at = :now, version = version + 1
                            where workspace_id = :workspace and id = :id
                            """)
                    .bind("now", clock.instant())
                    .bind("workspace", member.workspace())
                    .bind("id", id)
                    .execute();
            record(handle, member, row.brandId(), "report.mailing-removed", id);
        });
    }

    /// Brings a removed one back; its next time is the next from now. One that was not removed stays as it is.
    ///
    /// @throws ReportNotFound when the member sees none of that id
    public ReportMailing restore(ReportMailingId id) {
        permissions.requireScope("write");
        MailingRow row = row(id, true);
        MemberScope member = permissions.require(row.brandId(), Permission.EXPORT);
        Due due = row.active() ? next(row.plan()) : null;
        db.useHandle(handle -> {
            int restored = handle.createUpdate("""
                            update report_mailing set removed_at = null, member_id = :member, local_at = :local,
                              due_at = :due, version = version + 1, lease_until = null
                            where workspace_id = :workspace and id = :id and removed_at is not null
                            """)
                    .bind("member", member.member())
                    .bind("local", due == null ? null : due.local())
                    .bind("due", due == null ? null : due.at())
                    .bind("workspace", member.workspace())
                    .bind("id", id)
                    .execute();
            if (restored > 0) {
                record(handle, member, row.brandId(), "report.mailing-restored", id);
            }
        });
        return one(id);
    }

    private MailingRow row(ReportMailingId id, boolean alsoRemoved) {
        MemberScope member = permissions.requireScope("read");
        Optional<MailingRow> found = db.withHandle(handle -> handle.createQuery("select " + MailingRow.COLUMNS + """
                        from report_mailing m
                        join report r on r.workspace_id = m.workspace_id and r.id = m.report_id and r.removed_at is null
                        join member p on p.workspace_id = m.workspace_id and p.id = m.member_id
                        where m.workspace_id = :workspace and m.id = :id and (:removed or m.removed_at is null)
                        """)
                .bind("workspace", member.workspace())
                .bind("id", id)
                .bind("removed", alsoRemoved)
                .map(Sql.row(MailingRow.class))
                .findOne());
        MailingRow row = found.orElseThrow(() -> new ReportNotFound(id));
        permissions.require(row.brandId(), Permission.EXPORT);
        return row;
    }

    private Due next(MailingPlan plan) {
        return plan.rhythm().next(clock.instant(), plan.zone(), 1).getFirst();
    }

    private static Update bind(
            Update sql, MemberScope member, ReportMailingId id, MailingPlan plan, @Nullable Due due) {
        return sql.bind("workspace", member.workspace())
                .bind("id", id)
                .bind("member", member.member())
                .bind("every", plan.rhythm().every().name())
                .bind("on", plan.rhythm().on())
                .bind("at", plan.rhythm().at())
                .bind("zone", plan.zone().getId())
                .bind("period", plan.period().name())
                .bind("formats", MailingRow.keys(plan.formats()))
                .bind("recipients", plan.recipients().toArray(String[]::new))
                .bind("active", plan.active())
                .bind("local", due == null ? null : due.local())
                .bind("due", due == null ? null : due.at());
    }

    private void record(Handle handle, MemberScope member, BrandId brand, String deed, ReportMailingId id) {
        trail.record(handle, new AuditEntry(member.workspace(), member.member(), brand, deed, id, "{}"));
    }
}
