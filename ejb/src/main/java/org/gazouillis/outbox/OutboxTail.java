package org.gazouillis.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.gazouillis.tenancy.Sql;
import org.gazouillis.tenancy.WorkerDb;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Follows all facts in an order in which none can appear behind the reader's back.
///
/// Row ids are handed out before commit, so a smaller id may become visible later; reading by id alone would lose it.
/// The order here is (transaction, id), and only transactions older than every one still open are shown
/// (`pg_snapshot_xmin`). A long writing transaction therefore delays its successors: keep them short.
@ApplicationScoped
public class OutboxTail {
    private final Jdbi db;

    @Inject
    public OutboxTail(@WorkerDb Jdbi db) {
        this.db = db;
    }

    /// A fact and where it stands.
    public record Entry(Position position, OutboxEvent event) {}

    record Row(
            long xid,
            long id,
            String kind,
            @Nullable Long workspaceId,
            long subject,
            String payload,
            java.time.Instant at) {}

    /// The next facts of these kinds behind the position, oldest first, at most `limit`.
    public List<Entry> read(Position after, Set<String> kinds, int limit) {
        return db.withHandle(handle -> handle.createQuery("""
                        select xid::text::bigint as xid, id, kind, workspace_id, subject, payload::text as payload, at
                        from outbox
                        where (xid, id) > (:xid::text::xid8, :id) and xid < pg_snapshot_xmin(pg_current_snapshot())
                          and kind = any (:kinds)
                        order by outbox.xid, id limit :limit
                        """)
                .bind("xid", after.xid())
                .bind("id", after.id())
                .bind("kinds", kinds.toArray(String[]::new))
                .bind("limit", limit)
                .map(Sql.row(Row.class))
                .map(row -> new Entry(
                        new Position(row.xid(), row.id()),
                        new OutboxEvent(
                                row.id(), row.kind(), row.workspaceId(), row.subject(), row.payload(), row.at())))
                .list());
    }

    /// Where a reader that wants only what comes from now on starts: nothing committed later stands before it.
    public Position now() {
        return db.withHandle(handle -> handle.createQuery(
                        "select (pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1) as xid, " + Long.MAX_VALUE
                                + " as id")
                .map(Sql.row(Position.class))
                .one());
    }
}
