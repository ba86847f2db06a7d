package org.gazouillis.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.gazouillis.audit.AuditEntry;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.ReportId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Keeps the reports of brands. Whoever may take a brand's figures out may build, change and remove its reports.
@ApplicationScoped
@Transactional
public class Reports {
    private static final int MOST = 200;

    private Jdbi db;
    private Permissions permissions;
    private AuditTrail trail;
    private TimeOrderedIds ids;
    private Clock clock;

    @Inject
    public Reports(@AppDb Jdbi db, Permissions permissions, AuditTrail trail, TimeOrderedIds ids, Clock clock) {
        this.db = db;
        this.permissions = permissions;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway.Init")
    Reports() {}

    /// All reports of a brand, the newest first.
    public List<Report> all(BrandId brand) {
        MemberScope member = permissions.require(brand, Permission.EXPORT);
        return db.withHandle(handle -> handle
                .createQuery("""
                        select id, brand_id, plan::text as plan, changed_at from report
                        where workspace_id = :workspace and brand_id = :brand and removed_at is null order by id desc
                        """)
                .bind("workspace", member.workspace())
                .bind("brand", brand)
                .map(Sql.row(Row.class))
                .list()
                .stream()
                .map(Row::report)
                .toList());
    }

    /// @throws ReportNotFound when the member sees none of that id
    public Report one(ReportId id) {
        MemberScope member = permissions.requireScope("read");
        Report report = db.withHandle(handle -> handle.createQuery("""
                        select id, brand_id, plan::text as plan, changed_at from report
                        where workspace_id = :workspace and id = :id and removed_at is null
                        """)
                .bind("workspace", member.workspace())
                .bind("id", id)
                .map(Sql.row(Row.class))
                .findOne()
                .map(Row::report)
                .orElseThrow(() -> new ReportNotFound(id)));
        permissions.require(report.brand(), Permission.EXPORT);
        return report;
    }

    /// @throws ReportRefused when the brand has 200 reports already
    public Report build(BrandId brand, ReportPlan plan) {
        MemberScope member = writer(brand);
        if (all(brand).size() >= MOST) {
            throw new ReportRefused("name", "A brand has at most " + MOST + " reports. Remove some first.");
        }
        ReportId id = new ReportId(ids.next());
        db.useHandle(handle -> {
            handle.createUpdate("""
                            insert into report (workspace_id, id, brand_id, member_id, plan, changed_at)
                            values (:workspace, :id, :brand, :member, cast(:plan as jsonb), :now)
                            """)
                    .bind("workspace", member.workspace())
                    .bind("id", id)
                    .bind("brand", brand)
                    .bind("member", member.member())
                    .bind("plan", plan.json())
                    .bind("now", clock.instant())
                    .execute();
            record(handle, member, brand, "report.built", id);
        });
        return one(id);
    }

    /// Runs that were made before keep their plan.
    ///
    /// @throws ReportNotFound when the member sees none of that id
    public Report change(ReportId id, ReportPlan plan) {
        MemberScope member = writer(one(id).brand());
        BrandId brand = one(id).brand();
        db.useHandle(handle -> {
            handle.createUpdate("""
                            update report set plan = cast(:plan as jsonb), changed_at = :now
                            where workspace_id = :workspace and id = :id and removed_at is null
                            """)
                    .bind("plan", plan.json())
                    .bind("now", clock.instant())
                    .bind("workspace", member.workspace())
                    .bind("id", id)
                    .execute();
            record(handle, member, brand, "report.changed", id);
        });
        return one(id);
    }

    /// Its runs stay, for whoever has their ids.
    ///
    /// @throws ReportNotFound when the member sees none of that id
    public void remove(ReportId id) {
        BrandId brand = one(id).brand();
        MemberScope member = writer(brand);
        db.useHandle(handle -> {
            handle.createUpdate("update report set removed_at = :now where workspace_id = :workspace and id = :id")
                    .bind("now", clock.instant())
                    .bind("workspace", member.workspace())
                    .bind("id", id)
                    .execute();
            record(handle, member, brand, "report.removed", id);
        });
    }

    private MemberScope writer(BrandId brand) {
        permissions.requireScope("write");
        return permissions.require(brand, Permission.EXPORT);
    }

    private void record(Handle handle, MemberScope member, BrandId brand, String deed, ReportId id) {
        trail.record(handle, new AuditEntry(member.workspace(), member.member(), brand, deed, id, "{}"));
    }

    record Row(ReportId id, BrandId brandId, String plan, Instant changedAt) {
        Report report() {
            return new Report(id, brandId, ReportPlan.read(plan), changedAt);
        }
    }
}
