package org.gazouillis.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.PublicAddress;
import org.gazouillis.kernel.TimeRange;
import org.gazouillis.reports.Column;
import org.gazouillis.reports.CsvFormat;
import org.gazouillis.reports.ReportFormat;
import org.gazouillis.reports.ReportTable;
import org.gazouillis.reports.ReportWriter;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.Snapshots;

/// The engagement report of a brand: one row per status that was published in a period, own ones first, then imported
/// ones; within each the oldest first. Columns, definitions and units: [EngagementColumn].
///
/// Rows are read through a cursor and written at once, so a million of them need no more memory than ten. Never call
/// it within a transaction: the reader of the file may be slow.
@ApplicationScoped
public class EngagementExport {
    private final Permissions permissions;
    private final Snapshots snapshots;
    private final ExportTrail trail;
    private final PublicAddress address;

    @Inject
    public EngagementExport(Permissions permissions, Snapshots snapshots, ExportTrail trail, PublicAddress address) {
        this.permissions = permissions;
        this.snapshots = snapshots;
        this.trail = trail;
        this.address = address;
    }

    @SuppressWarnings("NullAway") // only for the proxy, which never calls through
    EngagementExport() {
        permissions = null;
        snapshots = null;
        trail = null;
        address = null;
    }

    /// Keys of the columns, in their order.
    public static List<String> columns() {
        return EngagementColumn.all().stream().map(Column::key).toList();
    }

    /// Writes CSV after RFC 4180: comma, CRLF, UTF-8 without byte order mark, instants in the brand's zone.
    ///
    /// @param from published at or after
    /// @param to   published before
    /// @return number of rows
    public long write(BrandId brand, Instant from, Instant to, OutputStream out) throws IOException {
        return write(brand, new TimeRange(from, to), CsvFormat.RFC_4180, out);
    }

    /// The same in any format of the library. The audit trail says who took it, before the caller can take it for
    /// complete.
    public long write(BrandId brand, TimeRange published, ReportFormat format, OutputStream out) throws IOException {
        var member = permissions.require(brand, Permission.EXPORT);
        var rows = new AtomicLong();
        try {
            snapshots.<IOException>read(member, handle -> {
                var source = new EngagementRows(handle, member.workspace(), brand, address);
                ReportWriter.write(table(source, published, rows), format, out);
            });
        } catch (IOException | RuntimeException broken) {
            AuditTrail.noteBroken(broken, () -> trail.exported(member, brand, published, format, rows.get(), false));
            throw broken;
        }
        trail.exported(member, brand, published, format, rows.get(), true);
        return rows.get();
    }

    private static ReportTable table(EngagementRows source, TimeRange published, AtomicLong rows) {
        return new ReportTable(
                EngagementColumn.all(),
                source.zone(),
                sink -> source.pourInto(
                        cells -> {
                            sink.row(cells);
                            rows.incrementAndGet();
                        },
                        published));
    }
}
