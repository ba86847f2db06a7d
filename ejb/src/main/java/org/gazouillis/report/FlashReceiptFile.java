package org.gazouillis.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.util.List;
import org.gazouillis.audit.AuditEntry;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.dashboard.Coverage;
import org.gazouillis.dashboard.CoveredList;
import org.gazouillis.dashboard.FlashReceipt;
import org.gazouillis.dashboard.FlashReceipts;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.reports.CellType;
import org.gazouillis.reports.Column;
import org.gazouillis.reports.ReportTable;
import org.gazouillis.reports.RowSink;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.MemberScope;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Lets the receipt of a flash out as a file: a row for all its followers, and one for each list. It names nobody.
@ApplicationScoped
public class FlashReceiptFile {
    private static final List<Column> COLUMNS = List.of(
            new Column("status_id", CellType.TEXT),
            new Column("account", CellType.TEXT),
            new Column("published_at", CellType.INSTANT),
            new Column("as_of", CellType.INSTANT),
            new Column("list_id", CellType.TEXT),
            new Column("list", CellType.TEXT),
            new Column("people", CellType.NUMBER),
            new Column("delivered", CellType.NUMBER),
            new Column("saw", CellType.NUMBER),
            new Column("opened", CellType.NUMBER),
            new Column("acknowledged", CellType.NUMBER));

    private FlashReceipts receipts;
    private Permissions permissions;
    private AuditTrail trail;
    private Jdbi db;

    @Inject
    public FlashReceiptFile(FlashReceipts receipts, Permissions permissions, AuditTrail trail, @AppDb Jdbi db) {
        this.receipts = receipts;
        this.permissions = permissions;
        this.trail = trail;
        this.db = db;
    }

    @SuppressWarnings("NullAway.Init")
    FlashReceiptFile() {}

    /// Noted in the audit trail when it is asked for: it is small, and made by then.
    ///
    /// @throws org.gazouillis.dashboard.PostNotMeasured when it is no status of a brand that the member may analyse
    /// @throws org.gazouillis.microblog.NoFlash when nobody marked it as urgent
    @Transactional
    public ReportTable table(StatusId status) {
        FlashReceipt receipt = receipts.read(status);
        MemberScope member = permissions.require(receipt.brand().id(), Permission.EXPORT);
        String detail = Json.createObjectBuilder()
                .add("lists", receipt.lists().size())
                .build()
                .toString();
        db.useHandle(handle -> trail.record(
                handle,
                new AuditEntry(
                        member.workspace(),
                        member.member(),
                        receipt.brand().id(),
                        "flash.receipt-exported",
                        status,
                        detail)));
        return new ReportTable(COLUMNS, receipt.brand().zone(), sink -> pour(receipt, sink));
    }

    private static void pour(FlashReceipt receipt, RowSink sink) throws IOException {
        row(receipt, null, null, receipt.all(), sink);
        for (CoveredList list : receipt.lists()) {
            row(receipt, list.list().toString(), list.title(), list.coverage(), sink);
        }
    }

    private static void row(
            FlashReceipt receipt, @Nullable String list, @Nullable String title, Coverage of, RowSink sink)
            throws IOException {
        sink.row(
                receipt.status().toString(),
                receipt.account(),
                receipt.publishedAt(),
                receipt.asOf(),
                list,
                title,
                of.people(),
                of.delivered(),
                of.saw(),
                of.opened(),
                of.acknowledged());
    }
}
