package org.gazouillis.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.compose.PostBatch;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.BulkId;
import org.gazouillis.kernel.DataDirectory;
import org.gazouillis.kernel.ImportId;
import org.gazouillis.kernel.Slice;
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
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Members;
import org.jdbi.v3.core.Jdbi;

/// Plans the posts of a file on behalf of the current member: takes it, shows every row with its faults before
/// anything is planned, lets them be mended, plans, and takes it all back.
@ApplicationScoped
public class BulkPlans {
    private static final int PAGE = 1_000;
    private static final int MOST_ROWS = 500;
    private static final int MOST_GROUPS = 20;
    private static final List<Column> FAULT_COLUMNS = List.of(
            new Column("line", CellType.NUMBER),
            new Column("column", CellType.TEXT),
            new Column("value", CellType.TEXT),
            new Column("rule", CellType.TEXT),
            new Column("reason", CellType.TEXT),
            new Column("mend", CellType.TEXT));

    private Permissions permissions;
    private CurrentMember current;
    private BulkRuns runs;
    private BulkMending mending;
    private StoredFiles files;
    private BulkRunner runner;
    private TimeOrderedIds ids;

    @Inject
    public BulkPlans(
            Permissions permissions,
            CurrentMember current,
            BulkRuns runs,
            BulkMending mending,
            StoredFiles files,
            BulkRunner runner,
            TimeOrderedIds ids) {
        this.permissions = permissions;
        this.current = current;
        this.runs = runs;
        this.mending = mending;
        this.files = files;
        this.runner = runner;
        this.ids = ids;
    }

    @SuppressWarnings("NullAway.Init")
    BulkPlans() {}

    /// The whole of it over plain doors, as benches need it outside the server.
    ///
    /// @param threads where the long work is done
    public static BulkPlans over(
            Jdbi app,
            Jdbi worker,
            DataDirectory folder,
            CurrentMember current,
            TimeOrderedIds ids,
            Clock clock,
            Executor threads) {
        var posts = new PostBatch(ids);
        var check = new BulkCheck(posts);
        var ledger = new BulkLedger(worker);
        var files = new StoredFiles(folder);
        var runner = new BulkRunner(
                ledger,
                check,
                new BulkPlanning(ledger, check, posts),
                files,
                new ImportThreads(threads),
                new Members(worker));
        return new BulkPlans(
                new Permissions(current),
                current,
                new BulkRuns(app),
                new BulkMending(app, check, posts, new AuditTrail(ids, clock)),
                files,
                runner,
                ids);
    }

    /// Stores the file and begins to read it.
    ///
    /// @throws FileNotReadable when the file is larger than the limit
    public BulkId start(BrandId brand, String fileName, InputStream content, BulkWish wish, BulkMode mode)
            throws IOException {
        permissions.require(brand, Permission.WRITE);
        var member = permissions.require(brand, Permission.PUBLISH);
        var id = new BulkId(ids.next());
        files.store(new ImportId(id.value()), content);
        runs.add(member, brand, id, StoredFiles.shown(fileName), wish, mode);
        runner.begin(id);
        return id;
    }

    /// @throws BulkNotFound when it does not exist or belongs to a brand that the member does not see
    public BulkRun find(BulkId id) {
        var run = runs.find(current.workspace(), id)
                .filter(found -> current.sees(found.brandId()))
                .orElseThrow(() -> new BulkNotFound(id));
        permissions.require(run.brandId(), Permission.VIEW);
        return run;
    }

    /// The newest runs of a brand first.
    public List<BulkRun> newest(BrandId brand, int limit) {
        var member = permissions.require(brand, Permission.VIEW);
        return runs.newest(member.workspace(), brand, Math.clamp(limit, 1, MOST_ROWS));
    }

    /// The next rows of that kind behind a row; the cursor is the number of the last.
    public Slice<BulkRow> rows(BulkId id, BulkShow show, int behind, int limit) {
        find(id);
        int page = Math.clamp(limit, 1, MOST_ROWS);
        return Slice.cut(runs.rowsBehind(current.workspace(), id, show, behind, page + 1), page, BulkRow::row);
    }

    /// @throws BulkNotFound when the run has no such row
    public BulkRow row(BulkId id, int row) {
        return rows(id, BulkShow.ALL, row - 1, 1).items().stream()
                .filter(found -> found.row() == row)
                .findFirst()
                .orElseThrow(() -> BulkNotFound.row(id, row));
    }

    /// Faults that stand in many rows.
    public List<BulkFaultGroup> groups(BulkId id) {
        find(id);
        return runs.groups(current.workspace(), id, MOST_GROUPS);
    }

    /// `network:handle` of each account that rows may name.
    public List<String> accounts(BrandId brand) {
        var member = permissions.require(brand, Permission.VIEW);
        return runs.book(member.workspace(), brand).accountNames();
    }

    /// The campaigns that rows may name.
    public List<String> campaigns(BrandId brand) {
        var member = permissions.require(brand, Permission.VIEW);
        return runs.book(member.workspace(), brand).campaignNames();
    }

    /// Writes cells of a row anew and judges it again.
    ///
    /// @param cells by header name
    /// @throws BulkNotOpen when the row is planned, or the run is not open
    public BulkRow mend(BulkId id, int row, Map<String, String> cells) {
        mending.mend(planner(id), id, row, cells);
        return row(id, row);
    }

    /// Writes another text into every cell of a column that holds this one.
    public BulkRun replace(BulkId id, String column, String from, String to) {
        mending.replace(planner(id), id, column, from, to);
        return find(id);
    }

    /// Says something else about the whole file.
    public BulkRun say(BulkId id, BulkWish wish) {
        mending.say(planner(id), id, wish);
        return find(id);
    }

    /// Begins to plan the rows that are right.
    ///
    /// @throws BulkNotOpen when no row is right, or one is wrong and all or nothing was asked for
    public BulkRun commit(BulkId id, BulkMode mode) {
        if (mode == BulkMode.PREVIEW) {
            throw new ImportWishRefused("To plan is all-or-nothing or row-by-row; a preview is what you have.");
        }
        mending.commit(planner(id), id, mode);
        runner.begin(id);
        return find(id);
    }

    /// Cancels what the run planned and has not gone out, as one statement.
    ///
    /// @throws BulkNotOpen when nothing of it is planned
    public BulkRun undo(BulkId id) {
        mending.undo(planner(id), id);
        return find(id);
    }

    /// Throws a draft away.
    ///
    /// @throws BulkNotOpen when it has planned posts, or the server is at work on it
    public void discard(BulkId id) {
        mending.discard(planner(id), id);
    }

    /// Writes every error as CSV: line, column, value, rule, reason, mend; in pages, each its own short transaction.
    public void writeErrors(BulkId id, OutputStream out) throws IOException {
        find(id);
        ReportWriter.write(
                new ReportTable(FAULT_COLUMNS, ZoneOffset.UTC, sink -> pourErrors(id, sink)), CsvFormat.RFC_4180, out);
    }

    private void pourErrors(BulkId id, RowSink sink) throws IOException {
        int behind = 0;
        for (; ; ) {
            var page = runs.rowsBehind(current.workspace(), id, BulkShow.WRONG, behind, PAGE);
            for (var row : page) {
                for (var fault : row.faults()) {
                    if (fault.error()) {
                        pour(row, fault, sink);
                    }
                }
            }
            if (page.size() < PAGE) {
                return;
            }
            behind = page.getLast().row();
        }
    }

    private static void pour(BulkRow row, BulkFault fault, RowSink sink) throws IOException {
        sink.row(
                (long) row.line(),
                fault.column(),
                fault.value(),
                fault.rule().key(),
                fault.reason(),
                fault.rule().mend());
    }

    /// The member, if they may plan for the run's brand.
    private MemberScope planner(BulkId id) {
        var brand = find(id).brandId();
        permissions.require(brand, Permission.WRITE);
        return permissions.require(brand, Permission.PUBLISH);
    }
}
