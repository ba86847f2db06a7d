package org.gazouillis.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import org.gazouillis.audit.AuditEntry;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.compose.PostBatch;
import org.gazouillis.intake.bulk.FileHeader;
import org.gazouillis.kernel.BulkId;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.MemberScope;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;

/// What members do to a run between its reading and its end. Each deed is one transaction under the run's lock.
@ApplicationScoped
class BulkMending {
    private Jdbi db;
    private BulkCheck check;
    private PostBatch posts;
    private AuditTrail trail;

    @Inject
    BulkMending(@AppDb Jdbi db, BulkCheck check, PostBatch posts, AuditTrail trail) {
        this.db = db;
        this.check = check;
        this.posts = posts;
        this.trail = trail;
    }

    @SuppressWarnings("NullAway.Init")
    BulkMending() {}

    /// Writes cells of one row anew and judges it again.
    ///
    /// @param cells by header name
    @Transactional
    void mend(MemberScope member, BulkId id, int row, Map<String, String> cells) {
        db.useHandle(handle -> {
            var sheet = BulkSheet.lock(handle, member.workspace(), id).requireOpen();
            var rows = new BulkRows(handle, sheet);
            var old = rows.toMend(row);
            var fresh = new ArrayList<>(old.cells());
            cells.forEach((column, text) -> fresh.set(place(sheet, column), storable(text)));
            var mended = new StagedRow(row, old.line(), fresh, null);
            rows.rewrite(mended);
            check.one(handle, member, sheet, mended);
        });
    }

    /// Writes another text into every cell of a column that holds this one, and judges all rows again.
    @Transactional
    void replace(MemberScope member, BulkId id, String column, String from, String to) {
        db.useHandle(handle -> {
            var sheet = BulkSheet.lock(handle, member.workspace(), id).requireOpen();
            new BulkRows(handle, sheet).replace(place(sheet, column) + 1, from.strip(), storable(to));
            check.all(handle, member, sheet);
        });
    }

    /// Says something else about the whole file, and judges all rows again.
    ///
    /// @throws ImportWishRefused when the wish names a column that the file does not have
    @Transactional
    void say(MemberScope member, BulkId id, BulkWish wish) {
        db.useHandle(handle -> {
            var sheet = BulkSheet.lock(handle, member.workspace(), id).requireOpen();
            var said = sheet.wish().with(wish);
            var format = sheet.format() == null ? BulkFormat.GENERIC : sheet.format();
            check.all(handle, member, sheet.saying(said, FileHeader.roles(format, sheet.columns(), said)));
        });
    }

    /// Hands the run to the background, to be planned.
    ///
    /// @throws BulkNotOpen when no row is right, or one is wrong and all or nothing was asked for
    @Transactional
    void commit(MemberScope member, BulkId id, BulkMode mode) {
        db.useHandle(handle -> {
            var sheet = BulkSheet.lock(handle, member.workspace(), id).requireOpen();
            BulkTwins.settle(handle, sheet);
            var counts = handle.createQuery(
                            "select ready, refused from bulk_run where workspace_id = :workspace and id = :run")
                    .bind("workspace", member.workspace())
                    .bind("run", id)
                    .map((row, context) -> new int[] {row.getInt("ready"), row.getInt("refused")})
                    .one();
            if (counts[0] == 0) {
                throw BulkNotOpen.nothingRight();
            }
            if (mode == BulkMode.ALL_OR_NOTHING && counts[1] > 0) {
                throw BulkNotOpen.someWrong(counts[1]);
            }
            ofRun(handle.createUpdate("""
                            update bulk_run set state = 'PLANNING', mode = :mode, member_id = :member, attempts = 0,
                              failure = null, finished_at = null, lease_until = now()
                            where workspace_id = :workspace and id = :run
                            """), member, id)
                    .bind("mode", mode.name())
                    .bind("member", member.member())
                    .execute();
            record(handle, member, sheet, "bulk.planned", counts[0]);
        });
    }

    /// Cancels what the run planned and has not gone out; answers how many posts that were.
    @Transactional
    int undo(MemberScope member, BulkId id) {
        return db.withHandle(handle -> {
            var sheet = BulkSheet.lock(handle, member.workspace(), id);
            if (sheet.state() != BulkState.DONE) {
                throw BulkNotOpen.run(sheet.state());
            }
            int cancelled = posts.cancel(handle, member, sheet.brand(), new BulkRows(handle, sheet).posts());
            ofRun(handle.createUpdate("""
                            update bulk_run set state = 'UNDONE', cancelled = :cancelled
                            where workspace_id = :workspace and id = :run
                            """), member, id)
                    .bind("cancelled", cancelled)
                    .execute();
            record(handle, member, sheet, "bulk.undone", cancelled);
            return cancelled;
        });
    }

    /// Throws a draft away.
    ///
    /// @throws BulkNotOpen when it has planned posts, or the server is at work on it
    @Transactional
    void discard(MemberScope member, BulkId id) {
        db.useHandle(handle -> {
            var sheet = BulkSheet.lock(handle, member.workspace(), id);
            if (sheet.state() != BulkState.READY && sheet.state() != BulkState.FAILED) {
                throw BulkNotOpen.run(sheet.state());
            }
            ofRun(handle.createUpdate("delete from bulk_run where workspace_id = :workspace and id = :run"), member, id)
                    .execute();
        });
    }

    private void record(Handle handle, MemberScope member, BulkSheet sheet, String action, int posts) {
        var detail = String.format(Locale.ROOT, "{\"posts\":%d}", posts);
        trail.record(
                handle, new AuditEntry(member.workspace(), member.member(), sheet.brand(), action, sheet.id(), detail));
    }

    private static Update ofRun(Update update, MemberScope member, BulkId id) {
        return update.bind("workspace", member.workspace()).bind("run", id);
    }

    private static int place(BulkSheet sheet, String column) {
        int place = sheet.columns().indexOf(column);
        if (place < 0) {
            throw new ImportWishRefused("The file has no column '" + column + "'. Its columns are "
                    + String.join(", ", sheet.columns()) + ".");
        }
        return place;
    }

    /// PostgreSQL keeps neither NUL nor half of a surrogate pair; the check then says that this is no letter.
    private static String storable(String text) {
        var kept = text.substring(0, Math.min(text.length(), BulkReading.LIMITS.cellChars()));
        return kept.codePoints()
                .map(c -> c == 0 || Character.getType(c) == Character.SURROGATE ? 0xFFFD : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
