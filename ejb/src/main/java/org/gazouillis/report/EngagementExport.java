package org.gazouillis.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.PublicAddress;
import org.gazouillis.kernel.TimeRange;
import org.gazouillis.reports.Column;
import org.gazouillis.reports.CsvFormat;
import org.gazouillis.reports.ReportFormat;
import org.gazouillis.reports.ReportWriter;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.Snapshots;
import org.jdbi.v3.core.Handle;

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

    /// The same in any format of the library, all columns.
    public long write(BrandId brand, TimeRange published, ReportFormat format, OutputStream out) throws IOException {
        return write(new EngagementWish(brand, published, List.of(), format), out);
    }

    /// As it is wished. The audit trail says who took it, before the caller can take it for complete.
    ///
    /// @return number of rows
    public long write(EngagementWish wish, OutputStream out) throws IOException {
        return taken(
                wish,
                (rows, handle, source) -> rows.set(ReportWriter.write(source.table(handle, rows), wish.format(), out)));
    }

    /// A ZIP of the file and of its `manifest.json`: filters, zone, locale, versions, data as of, rows, SHA-256. The
    /// same rows give the same ZIP.
    ///
    /// @param fileName of the file within
    /// @return number of rows
    public long bundle(EngagementWish wish, String fileName, OutputStream out) throws IOException {
        return taken(wish, (rows, handle, source) -> {
            var zip = new ZipOutputStream(out);
            zip.putNextEntry(undated(fileName));
            var file = new DigestedOutput(zip);
            rows.set(ReportWriter.write(source.table(handle, rows), wish.format(), file));
            zip.closeEntry();
            zip.putNextEntry(undated("manifest.json"));
            zip.write(source.manifest(handle, fileName, rows.get(), file).json());
            zip.closeEntry();
            zip.finish();
        });
    }

    private long taken(EngagementWish wish, Taking taking) throws IOException {
        var member = permissions.require(wish.brand(), Permission.EXPORT);
        var rows = new AtomicLong();
        try {
            snapshots.<IOException>read(
                    member,
                    handle -> taking.take(
                            rows, handle, EngagementSource.read(handle, member.workspace(), wish, address)));
        } catch (IOException | RuntimeException broken) {
            AuditTrail.noteBroken(
                    broken,
                    () -> trail.exported(member, wish.brand(), wish.published(), wish.format(), rows.get(), false));
            throw broken;
        }
        trail.exported(member, wish.brand(), wish.published(), wish.format(), rows.get(), true);
        return rows.get();
    }

    /// The ZIP's oldest day, so that its bytes do not tell when it was made.
    private static ZipEntry undated(String name) {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
        return entry;
    }

    private interface Taking {
        void take(AtomicLong rows, Handle handle, EngagementSource source) throws IOException;
    }
}
