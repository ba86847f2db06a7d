package org.gazouillis.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.gazouillis.audit.AuditEntry;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.MemberId;
import org.gazouillis.kernel.ReportId;
import org.gazouillis.kernel.ReportRunId;
import org.gazouillis.kernel.ReportShareId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.kernel.WorkspaceId;
import org.gazouillis.security.LinkSecret;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Secret links to runs for people who cannot sign in, such as a client. A link shows its run alone, stops on its day,
/// and stops at once when it is revoked or its maker may no longer take the brand's figures out.
@ApplicationScoped
@Transactional
public class ReportShares {
    private static final int MOST_DAYS = 90;

    private Jdbi db;
    private Permissions permissions;
    private AuditTrail trail;
    private TimeOrderedIds ids;
    private Clock clock;

    @Inject
    public ReportShares(@AppDb Jdbi db, Permissions permissions, AuditTrail trail, TimeOrderedIds ids, Clock clock) {
        this.db = db;
        this.permissions = permissions;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway.Init")
    ReportShares() {}

    /// A link and its secret, told this once.
    public record Fresh(ReportShare share, String secret) {}

    /// @param days 1 to 90, after which it stops
    /// @throws ReportNotFound when the member sees no such run
    public Fresh make(ReportRunId run, int days) {
        if (days < 1 || days > MOST_DAYS) {
            throw new ReportRefused("days", "A link stands for 1 to " + MOST_DAYS + " days, not " + days + ".");
        }
        permissions.requireScope("write");
        return db.withHandle(handle -> {
            BrandId brand =
                    ReportShelf.brandOf(handle, permissions.requireScope("read").workspace(), run);
            MemberScope member = permissions.require(brand, Permission.EXPORT);
            var id = new ReportShareId(ids.next());
            Instant now = clock.instant();
            var share = new ReportShare(id, run, now, now.plus(Duration.ofDays(days)), null);
            Fresh fresh = insert(handle, member.workspace(), member.member(), brand, share);
            record(handle, member, brand, "report.shared", fresh.share().id());
            return fresh;
        });
    }

    /// Within somebody's own transaction, who has looked whether the member may.
    static Fresh insert(Handle handle, WorkspaceId workspace, MemberId maker, BrandId brand, ReportShare share) {
        LinkSecret secret = LinkSecret.fresh();
        handle.createUpdate("""
                        insert into report_share (workspace_id, id, brand_id, run_id, member_id, secret_hash, created_at,
                          expires_at)
                        values (:workspace, :id, :brand, :run, :member, :hash, :now, :expires)
                        """)
                .bind("workspace", workspace)
                .bind("id", share.id())
                .bind("brand", brand)
                .bind("run", share.runId())
                .bind("member", maker)
                .bind("hash", secret.hash())
                .bind("now", share.createdAt())
                .bind("expires", share.expiresAt())
                .execute();
        return new Fresh(share, secret.text());
    }

    /// The links of a report's runs that stand now, the newest first.
    ///
    /// @throws ReportNotFound when the member sees none of that id
    public List<ReportShare> standing(ReportId report) {
        return db.withHandle(handle -> {
            MemberScope member = permissions.require(brandOf(handle, report), Permission.EXPORT);
            return handle.createQuery("""
                        select s.id, s.run_id, s.created_at, s.expires_at, s.last_read_at
                        from report_share s
                        join report_run r on r.workspace_id = s.workspace_id and r.id = s.run_id
                        where s.workspace_id = :workspace and r.report_id = :report and s.revoked_at is null
                          and s.expires_at > :now
                        order by s.id desc
                        """)
                    .bind("workspace", member.workspace())
                    .bind("report", report)
                    .bind("now", clock.instant())
                    .map(Sql.row(ReportShare.class))
                    .list();
        });
    }

    /// Ends a link at once.
    ///
    /// @throws ReportNotFound when the member sees none of that id
    public void revoke(ReportShareId id) {
        MemberScope member = permissions.requireScope("write");
        db.useHandle(handle -> {
            BrandId brand = handle.createQuery("""
                            update report_share set revoked_at = coalesce(revoked_at, :now)
                            where workspace_id = :workspace and id = :id returning brand_id
                            """)
                    .bind("now", clock.instant())
                    .bind("workspace", member.workspace())
                    .bind("id", id)
                    .mapTo(BrandId.class)
                    .findOne()
                    .orElseThrow(() -> new ReportNotFound(id));
            permissions.require(brand, Permission.EXPORT);
            record(handle, member, brand, "report.unshared", id);
        });
    }

    private BrandId brandOf(Handle handle, ReportId report) {
        return handle.createQuery("select brand_id from report where workspace_id = :workspace and id = :id")
                .bind("workspace", permissions.requireScope("read").workspace())
                .bind("id", report)
                .mapTo(BrandId.class)
                .findOne()
                .orElseThrow(() -> new ReportNotFound(report));
    }

    private void record(Handle handle, MemberScope member, BrandId brand, String deed, ReportShareId id) {
        trail.record(handle, new AuditEntry(member.workspace(), member.member(), brand, deed, id, "{}"));
    }
}
