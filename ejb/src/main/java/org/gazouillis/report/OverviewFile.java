package org.gazouillis.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import org.gazouillis.audit.AuditEntry;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.dashboard.BrandStanding;
import org.gazouillis.dashboard.BrandTable;
import org.gazouillis.reports.ReportTable;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.MemberScope;
import org.jdbi.v3.core.Jdbi;

/// Lets all brands side by side leave the house as a file.
@ApplicationScoped
public class OverviewFile {
    private Jdbi db;
    private Permissions permissions;
    private AuditTrail trail;

    @Inject
    public OverviewFile(@AppDb Jdbi db, Permissions permissions, AuditTrail trail) {
        this.db = db;
        this.permissions = permissions;
        this.trail = trail;
    }

    @SuppressWarnings("NullAway.Init")
    OverviewFile() {}

    /// Those of the brands whose figures the member may take out; the audit trail notes that they were.
    @Transactional
    public ReportTable of(List<BrandStanding> brands) {
        MemberScope member = permissions.requireScope("read");
        List<BrandStanding> taken = brands.stream()
                .filter(brand -> permissions.may(brand.id(), Permission.EXPORT))
                .toList();
        if (!taken.isEmpty()) {
            String detail = String.format(Locale.ROOT, "{\"report\":\"overview\",\"rows\":%d}", taken.size());
            db.useHandle(handle -> trail.record(
                    handle,
                    new AuditEntry(member.workspace(), member.member(), null, "report.exported", null, detail)));
        }
        return BrandTable.of(taken);
    }
}
