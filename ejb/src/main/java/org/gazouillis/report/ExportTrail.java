package org.gazouillis.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Locale;
import org.gazouillis.audit.AuditEntry;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.TimeRange;
import org.gazouillis.reports.CsvFormat;
import org.gazouillis.reports.JsonLinesFormat;
import org.gazouillis.reports.ReportFormat;
import org.gazouillis.reports.XActivityFormat;
import org.gazouillis.reports.XlsxFormat;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.MemberScope;
import org.jdbi.v3.core.Jdbi;

/// Notes in the audit trail what left the house as a file, also when it left only in part.
@ApplicationScoped
public class ExportTrail {
    private final Jdbi db;
    private final AuditTrail trail;

    @Inject
    public ExportTrail(@AppDb Jdbi db, AuditTrail trail) {
        this.db = db;
        this.trail = trail;
    }

    @SuppressWarnings("NullAway") // only for the proxy, which never calls through
    ExportTrail() {
        db = null;
        trail = null;
    }

    /// @param complete whether all rows were written; a reader may go away, the database may fail
    @Transactional
    public void exported(
            MemberScope member, BrandId brand, TimeRange published, ReportFormat format, long rows, boolean complete) {
        String detail = detail(published, format, rows, complete);
        db.useHandle(handle -> trail.record(
                handle, new AuditEntry(member.workspace(), member.member(), brand, "report.exported", null, detail)));
    }

    /// What is noted of a file.
    static String detail(TimeRange published, ReportFormat format, long rows, boolean complete) {
        return String.format(
                Locale.ROOT,
                "{\"report\":\"engagement\",\"from\":\"%s\",\"to\":\"%s\",\"format\":\"%s\",\"rows\":%d,\"complete\":%b}",
                published.from(),
                published.to(),
                name(format),
                rows,
                complete);
    }

    private static String name(ReportFormat format) {
        String name =
                switch (format) {
                    case CsvFormat _ -> "csv";
                    case JsonLinesFormat _ -> "jsonl";
                    case XActivityFormat _ -> "x-activity.csv";
                    case XlsxFormat _ -> "xlsx";
                };
        return format.gzip() ? name + ".gz" : name;
    }
}
