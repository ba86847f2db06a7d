package org.gazouillis.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
    /// Beyond it nobody counts.
    public static final int MOST_WAITING = 100_000;

    private final Jdbi db;

    @Inject
    public OutboxTail(@WorkerDb Jdbi db) {
        this.db = db;
    }

    OutboxTail() {
        this(Jdbi.create("jdbc:none"));
    }

    /// A fact and where it stands.
    public record Entry(Position position, OutboxEvent event) {}

    /// Some facts, oldest first, and how far the reader has now come: behind the last of them, or, when no more of
    /// the wanted kinds were there, behind everything that had been decided at that moment.
    public record Batch(List<Entry> entries, Position reached) {
        public Batch {
            entries = List.copyOf(entries);
        }
    }

    record Row(
            long horizon,
            @Nullable Long xid,
            @Nullable Long id,
            @Nullable String kind,
            @Nullable Long workspaceId,
            @Nullable Long subject,
            @Nullable String payload,
            @Nullable Instant at) {
        Optional<Entry> entry() {
            if (xid == null || id == null || kind == null || subject == null || payload == null || at == null) {
                return Optional.empty();
            }
            return Optional.of(
                    new Entry(new Position(xid, id), new OutboxEvent(id, kind, workspaceId, subject, payload, at)));
        }
    }

    /// The next facts of these kinds behind the position, oldest first, at most `limit`.
    public List<Entry> read(Position after, Set<String> kinds, int limit) {
        return next(after, kinds, limit).entries();
    }

    /// As [#read], and says where to go on, so that facts of other kinds are passed over once only.
    public Batch next(Position after, Set<String> kinds, int limit) {
        List<Row> rows = db.withHandle(handle -> handle.createQuery("""
                        select h.xid::text::bigint as horizon, f.xid::text::bigint as xid, f.id, f.kind,
                               f.workspace_id, f.subject, f.payload, f.at
                        from (select pg_snapshot_xmin(pg_current_snapshot()) as xid) h
                        left join lateral (
                          select o.xid, o.id, o.kind, o.workspace_id, o.subject, o.payload::text as payload, o.at
                          from outbox o
                          where (o.xid, o.id) > (:xid::text::xid8, :id) and o.xid < h.xid and o.kind = any (:kinds)
                          order by o.xid, o.id limit :limit) f on true
                        order by f.xid, f.id
                        """)
                .bind("xid", after.xid())
                .bind("id", after.id())
                .bind("kinds", kinds.toArray(String[]::new))
                .bind("limit", limit)
                .map(Sql.row(Row.class))
                .list());
        List<Entry> entries =
                rows.stream().map(Row::entry).flatMap(Optional::stream).toList();
        Position reached = entries.size() == limit
                ? entries.getLast().position()
                : behindAll(rows.getFirst().horizon());
        return new Batch(entries, reached);
    }

    private static Position behindAll(long horizon) {
        return new Position(horizon - 1, Long.MAX_VALUE);
    }

    /// How many facts stand behind a position, at most [#MOST_WAITING], and when the oldest of them happened.
    ///
    /// @param since null when there is none
    public record Waiting(long facts, @Nullable Instant since) {}

    /// What a reader of these kinds has not read yet, facts included that cannot be read before others are decided.
    public Waiting waiting(Position after, Set<String> kinds) {
        return db.withHandle(handle -> handle.createQuery("""
                        select count(*) as facts, min(at) as since
                        from (select at from outbox
                              where (xid, id) > (:xid::text::xid8, :id) and kind = any (:kinds) limit :limit) o
                        """)
                .bind("xid", after.xid())
                .bind("id", after.id())
                .bind("kinds", kinds.toArray(String[]::new))
                .bind("limit", MOST_WAITING)
                .map(Sql.row(Waiting.class))
                .one());
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
