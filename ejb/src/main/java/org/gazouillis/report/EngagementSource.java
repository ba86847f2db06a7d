package org.gazouillis.report;

import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.gazouillis.kernel.PublicAddress;
import org.gazouillis.kernel.WorkspaceId;
import org.gazouillis.reports.ReportTable;
import org.gazouillis.reports.RowSink;
import org.gazouillis.reports.Rows;
import org.gazouillis.reports.XActivityFormat;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What one wished report is made of, read in one snapshot of the database.
final class EngagementSource {
    private final Handle handle;
    private final WorkspaceId workspace;
    private final EngagementWish wish;
    private final EngagementRows whole;
    private final PublicAddress address;

    EngagementSource(Handle handle, WorkspaceId workspace, EngagementWish wish, PublicAddress address) {
        this.handle = handle;
        this.workspace = workspace;
        this.wish = wish;
        this.address = address;
        whole = new EngagementRows(handle, workspace, wish.brand(), address);
    }

    /// @param poured is raised by each row that went out
    ReportTable table(AtomicLong poured) {
        Rows rows = wish.format() instanceof XActivityFormat ? this::activity : this::chosen;
        return new ReportTable(
                wish.fileColumns(),
                whole.zone(),
                sink -> rows.pourInto(cells -> {
                    sink.row(cells);
                    poured.incrementAndGet();
                }));
    }

    private void activity(RowSink sink) throws IOException {
        new XActivityRows(handle, workspace, wish.brand(), address).pourInto(sink, wish.published());
    }

    private void chosen(RowSink sink) throws IOException {
        int[] places = wish.places();
        var few = new @Nullable Object[places.length];
        whole.pourInto(
                cells -> {
                    for (int i = 0; i < places.length; i++) {
                        few[i] = cells[places[i]];
                    }
                    sink.row(few);
                },
                wish.published());
    }

    ExportManifest manifest(String fileName, long rows, DigestedOutput file) {
        return new ExportManifest(
                fileName,
                handleOfBrand(),
                wish.published(),
                wish.fileColumns(),
                whole.zone(),
                "und",
                asOf(),
                rows,
                file.bytes(),
                file.hex());
    }

    private String handleOfBrand() {
        return handle.createQuery("select handle from brand where workspace_id = :workspace and id = :brand")
                .bind("workspace", workspace)
                .bind("brand", wish.brand())
                .mapTo(String.class)
                .one();
    }

    private Instant asOf() {
        return handle.createQuery("select as_of from rollup_mark where name = 'engagement'")
                .mapTo(Instant.class)
                .one();
    }
}
