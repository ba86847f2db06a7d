package org.gazouillis.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.gazouillis.audit.AuditEntry;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.ReportId;
import org.gazouillis.kernel.ReportLetterId;
import org.gazouillis.kernel.ReportRunId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.kernel.WorkspaceId;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/// To whom runs were mailed, and mailing them again. A mail that was surely taken is sent as another one; one that was
/// not, or perhaps not, goes again as the same, so that a mailbox that has it already can tell.
@ApplicationScoped
@Transactional
public class ReportLetters {
    private static final int MOST = 1_000;
    private static final String LETTER = """
            select l.id, l.mailing_id, l.run_id, l.recipient, l.state, l.attempts, l.created_at,
              case when l.state = 'PENDING' then l.next_at end as next_at, l.settled_at, l.error, a.name as asked_by,
              not exists (select from report_letter n where n.workspace_id = l.workspace_id and n.run_id = l.run_id
                and n.recipient = l.recipient and n.id > l.id) as newest
            from report_letter l left join member a on a.workspace_id = l.workspace_id and a.id = l.asked_by
            where l.workspace_id = :workspace
            """;
    /// Those chosen that are not on their way: what has surely arrived as a copy, the rest once more.
    private static final String AGAIN = """
            with settled as materialized (
              select l.* from report_letter l
              where l.workspace_id = :workspace and l.id = any (:letters) and l.state in ('SENT', 'FAILED', 'UNKNOWN')
                and not exists (select from report_letter w where w.workspace_id = l.workspace_id and w.run_id = l.run_id
                  and w.recipient = l.recipient and w.id > l.id)
              order by l.id for update),
            chosen as materialized (select s.*, row_number() over (order by s.id) as n from settled s),
            once_more as (
              update report_letter l set state = 'PENDING', attempts = 0, next_at = now(),
                give_up_at = now() + interval '1 day', settled_at = null, error = null, asked_by = :member
              from chosen c where l.workspace_id = c.workspace_id and l.id = c.id and c.state <> 'SENT' returning l.id),
            copied as (
              insert into report_letter (workspace_id, id, brand_id, mailing_id, run_id, recipient, formats, state, next_at,
                give_up_at, asked_by, created_at)
              select workspace_id, id_plus(:first, n - 1), brand_id, mailing_id, run_id, recipient, formats, 'PENDING', now(),
                now() + interval '1 day', :member, now()
              from chosen where state = 'SENT'
              on conflict (workspace_id, run_id, recipient) where state in ('PENDING', 'SENDING') do nothing returning id)
            select id from once_more union all select id from copied order by id
            """;

    private Jdbi db;
    private Permissions permissions;
    private Reports reports;
    private AuditTrail trail;
    private TimeOrderedIds ids;

    @Inject
    public ReportLetters(
            @AppDb Jdbi db, Permissions permissions, Reports reports, AuditTrail trail, TimeOrderedIds ids) {
        this.db = db;
        this.permissions = permissions;
        this.reports = reports;
        this.trail = trail;
        this.ids = ids;
    }

    @SuppressWarnings("NullAway.Init")
    ReportLetters() {}

    /// The newest 1,000 mails of a report's runs, the newest first.
    ///
    /// @throws ReportNotFound when the member sees none of that id
    public List<ReportLetter> of(ReportId report) {
        MemberScope member = permissions.require(reports.one(report).brand(), Permission.EXPORT);
        return db.withHandle(handle -> list(handle.createQuery(LETTER + """
                          and l.run_id in (select r.id from report_run r
                            where r.workspace_id = l.workspace_id and r.report_id = :report)
                        order by l.id desc limit :most
                        """)
                .bind("workspace", member.workspace())
                .bind("report", report)));
    }

    /// The mails of a run, the newest first; none for a run that no mailing made.
    ///
    /// @throws ReportNotFound when the member sees none of that id
    public List<ReportLetter> of(ReportRunId run) {
        MemberScope member = permissions.requireScope("read");
        return db.withHandle(handle -> {
            permissions.require(ReportShelf.brandOf(handle, member.workspace(), run), Permission.EXPORT);
            return list(handle.createQuery(LETTER + " and l.run_id = :run order by l.id desc limit :most")
                    .bind("workspace", member.workspace())
                    .bind("run", run));
        });
    }

    /// Sends one mail again.
    ///
    /// @return the mail that is on its way now
    /// @throws ReportNotFound when the member sees none of that id
    /// @throws ReportRefused  when one is on its way to this recipient already
    public ReportLetter again(ReportLetterId letter) {
        permissions.requireScope("write");
        return db.withHandle(handle -> {
            BrandId brand = brandOf(handle, letter);
            MemberScope member = permissions.require(brand, Permission.EXPORT);
            ReportLetterId sent = again(handle, member, brand, List.of(letter)).stream()
                    .findFirst()
                    .orElseThrow(
                            () -> new ReportRefused(
                                    "letter",
                                    "The last mail to this recipient is on its way, or is a later one than this. Look at it again."));
            return list(handle.createQuery(LETTER + " and l.id = :id limit :most")
                            .bind("workspace", member.workspace())
                            .bind("id", sent))
                    .getFirst();
        });
    }

    /// Sends a run again to everybody who got it or should have; who has one on its way gets no other.
    ///
    /// @return the mails of the run, the newest first
    /// @throws ReportNotFound when the member sees none of that id
    public List<ReportLetter> again(ReportRunId run) {
        WorkspaceId workspace = permissions.requireScope("write").workspace();
        List<ReportLetter> all = of(run);
        db.useHandle(handle -> {
            BrandId brand = ReportShelf.brandOf(handle, workspace, run);
            again(
                    handle,
                    permissions.require(brand, Permission.EXPORT),
                    brand,
                    all.stream()
                            .filter(ReportLetter::canGoAgain)
                            .map(ReportLetter::id)
                            .toList());
        });
        return of(run);
    }

    private List<ReportLetterId> again(Handle handle, MemberScope member, BrandId brand, List<ReportLetterId> letters) {
        List<ReportLetterId> sent = handle.createQuery(AGAIN)
                .bind("workspace", member.workspace())
                .bind("letters", letters.stream().map(ReportLetterId::value).toArray(Long[]::new))
                .bind("member", member.member())
                .bind("first", ids.reserve(letters.size() + 1))
                .mapTo(ReportLetterId.class)
                .list();
        sent.forEach(letter -> trail.record(
                handle,
                new AuditEntry(member.workspace(), member.member(), brand, "report.mailed-again", letter, "{}")));
        return sent;
    }

    private BrandId brandOf(Handle handle, ReportLetterId letter) {
        Optional<BrandId> brand = handle.createQuery(
                        "select brand_id from report_letter where workspace_id = :workspace and id = :id")
                .bind("workspace", permissions.requireScope("read").workspace())
                .bind("id", letter)
                .mapTo(BrandId.class)
                .findOne();
        return brand.orElseThrow(() -> new ReportNotFound(letter));
    }

    private static List<ReportLetter> list(Query query) {
        return query.bind("most", MOST).map(Sql.row(ReportLetter.class)).list();
    }
}
