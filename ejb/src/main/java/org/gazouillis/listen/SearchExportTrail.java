package org.gazouillis.listen;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.transaction.Transactional;
import org.gazouillis.audit.AuditEntry;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.reports.ReportFormat;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.VisibleBrand;
import org.jdbi.v3.core.Jdbi;

/// Notes in the audit trail which finds left the house as a file, also when they left only in part.
@ApplicationScoped
public class SearchExportTrail {
    private Jdbi db;
    private AuditTrail trail;

    @Inject
    public SearchExportTrail(@AppDb Jdbi db, AuditTrail trail) {
        this.db = db;
        this.trail = trail;
    }

    @SuppressWarnings("NullAway.Init")
    SearchExportTrail() {}

    @Transactional
    void exported(SearchExport.Prepared prepared, ReportFormat format, long rows, boolean complete) {
        MemberScope member = prepared.member();
        String detail = detail(prepared.question().query(), format, rows, complete);
        db.useHandle(handle -> trail.record(
                handle,
                new AuditEntry(
                        member.workspace(),
                        member.member(),
                        prepared.brand().map(VisibleBrand::id).orElse(null),
                        "search.exported",
                        null,
                        detail)));
    }

    /// What is noted of a file.
    ///
    /// @param complete whether all rows were written
    public static String detail(String query, ReportFormat format, long rows, boolean complete) {
        return Json.createObjectBuilder()
                .add("query", query)
                .add("format", format.mediaType())
                .add("rows", rows)
                .add("complete", complete)
                .build()
                .toString();
    }
}
