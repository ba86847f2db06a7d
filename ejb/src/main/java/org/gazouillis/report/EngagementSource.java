package org.gazouillis.report;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.gazouillis.kernel.PublicAddress;
import org.gazouillis.kernel.WorkspaceId;
import org.gazouillis.reports.ReportTable;
import org.gazouillis.reports.Rows;
import org.gazouillis.reports.XActivityFormat;
import org.jdbi.v3.core.Handle;

/// What one wished report is made of.
final class EngagementSource {
    private final WorkspaceId workspace;
    private final EngagementWish wish;
    private final EngagementNames names;

    EngagementSource(WorkspaceId workspace, EngagementWish wish, EngagementNames names) {
        this.workspace = workspace;
        this.wish = wish;
        this.names = names;
    }

    /// In the brand's zone and with the names of now.
    static EngagementSource read(Handle handle, WorkspaceId workspace, EngagementWish wish, PublicAddress address) {
        var zone = EngagementNames.zone(handle, workspace, wish.brand());
        return new EngagementSource(
                workspace, wish, EngagementNames.read(handle, workspace, wish.brand(), address, zone));
    }

    EngagementNames names() {
        return names;
    }

    /// With the cells of the file.
    List<RowPart> parts() {
        if (wish.format() instanceof XActivityFormat) {
            return new XActivityRows(workspace, wish.brand(), names.address()).parts(wish.published());
        }
        int[] places = wish.places();
        return new EngagementRows(workspace, wish.brand(), names)
                .parts(wish.published()).stream().map(part -> part.only(places)).toList();
    }

    /// The file's table of rows that come from anywhere.
    ReportTable table(Rows rows) {
        return new ReportTable(wish.fileColumns(), names.zone(), rows);
    }

    /// @param poured is raised by each row that went out
    ReportTable table(Handle handle, AtomicLong poured) {
        return table(sink -> RowPart.pour(handle, parts(), cells -> {
            sink.row(cells);
            poured.incrementAndGet();
        }));
    }

    ExportManifest manifest(Handle handle, String fileName, long rows, DigestedOutput file) {
        return new ExportManifest(
                fileName,
                handleOfBrand(handle),
                wish.published(),
                wish.fileColumns(),
                names.zone(),
                "und",
                asOf(handle),
                rows,
                file.bytes(),
                file.hex());
    }

    private String handleOfBrand(Handle handle) {
        return handle.createQuery("select handle from brand where workspace_id = :workspace and id = :brand")
                .bind("workspace", workspace)
                .bind("brand", wish.brand())
                .mapTo(String.class)
                .one();
    }

    /// Every fact up to then is in the totals that this handle sees.
    static Instant asOf(Handle handle) {
        return handle.createQuery("select as_of from rollup_mark where name = 'engagement'")
                .mapTo(Instant.class)
                .one();
    }
}
