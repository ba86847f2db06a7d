package org.gazouillis.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.util.List;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.ImportId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.reports.CellType;
import org.gazouillis.reports.Column;
import org.gazouillis.reports.CsvFormat;
import org.gazouillis.reports.ReportTable;
import org.gazouillis.reports.ReportWriter;
import org.gazouillis.reports.RowSink;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.CurrentMember;
import org.jspecify.annotations.Nullable;

/// Takes foreign files for a brand and tells how far they have come. The file is stored first, outside any
/// transaction; then the run is written, and its reading begins in the background.
@ApplicationScoped
public class Imports {
    private static final int PAGE = 1_000;
    private static final List<Column> REJECT_COLUMNS = List.of(
            new Column("line", CellType.NUMBER),
            new Column("column", CellType.TEXT),
            new Column("value", CellType.TEXT),
            new Column("reason", CellType.TEXT));

    private final Permissions permissions;
    private final CurrentMember current;
    private final ImportRuns runs;
    private final StoredFiles files;
    private final ImportRunner runner;
    private final TimeOrderedIds ids;

    @Inject
    public Imports(
            Permissions permissions,
            CurrentMember current,
            ImportRuns runs,
            StoredFiles files,
            ImportRunner runner,
            TimeOrderedIds ids) {
        this.permissions = permissions;
        this.current = current;
        this.runs = runs;
        this.files = files;
        this.runner = runner;
        this.ids = ids;
    }

    @SuppressWarnings("NullAway") // only for the proxy, which never calls through
    Imports() {
        permissions = null;
        current = null;
        runs = null;
        files = null;
        runner = null;
        ids = null;
    }

    /// Stores the file and begins to read it.
    ///
    /// @param format  the form field `format`: empty, `x-activity`, `x-content`, `mapped`, or a mapping as JSON
    /// @param mapping the form field `mapping`: empty, or a column mapping as JSON
    /// @throws ImportWishRefused when the wish makes no sense; nothing is stored then
    /// @throws FileNotReadable   when the file is larger than the limit
    public ImportId start(
            BrandId brand, String fileName, InputStream content, @Nullable String format, @Nullable String mapping)
            throws IOException {
        var member = permissions.require(brand, Permission.IMPORT);
        var wish = ImportWish.asOneText(format, mapping);
        var id = new ImportId(ids.next());
        files.store(id, content);
        runs.add(member, brand, id, StoredFiles.shown(fileName), wish);
        runner.begin(id);
        return id;
    }

    /// @throws ImportNotFound when it does not exist or belongs to a brand that the member does not see
    public ImportRun find(ImportId id) {
        var run = runs.find(current.workspace(), id)
                .filter(found -> current.sees(found.brandId()))
                .orElseThrow(() -> new ImportNotFound(id));
        permissions.require(run.brandId(), Permission.VIEW);
        return run;
    }

    /// The newest runs of a brand first.
    public List<ImportRun> newest(BrandId brand, int limit) {
        var member = permissions.require(brand, Permission.VIEW);
        return runs.newest(member.workspace(), brand, limit);
    }

    /// Writes the refused rows of a run as CSV: line, column, value, reason; in pages, each its own short
    /// transaction, so that a slow reader holds nothing open.
    public void writeRejects(ImportId id, OutputStream out) throws IOException {
        permissions.require(find(id).brandId(), Permission.IMPORT);
        ReportWriter.write(
                new ReportTable(REJECT_COLUMNS, ZoneOffset.UTC, sink -> pourRejects(id, sink)),
                CsvFormat.RFC_4180,
                out);
    }

    private void pourRejects(ImportId id, RowSink sink) throws IOException {
        long behind = 0;
        for (; ; ) {
            var page = runs.rejectsBehind(current.workspace(), id, behind, PAGE);
            for (var reject : page) {
                sink.row(reject.line(), reject.column(), reject.value(), reject.reason());
            }
            if (page.size() < PAGE) {
                return;
            }
            behind = page.getLast().line();
        }
    }
}
