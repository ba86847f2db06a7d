package org.gazouillis.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.gazouillis.kernel.Tick;
import org.gazouillis.kernel.WorkspaceId;
import org.gazouillis.tenancy.Sql;
import org.gazouillis.tenancy.WorkerDb;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Chains the trail: each seal is the SHA-256 of the seal before it and of every entry committed since, in the order
/// (transaction, id). Changing, dropping or slipping in an entry behind the database's back breaks every later seal.
@ApplicationScoped
public class AuditSeal implements Tick {
    private static final int BATCH = 10_000;

    private final Jdbi db;
    private final Clock clock;

    @Inject
    public AuditSeal(@WorkerDb Jdbi db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    AuditSeal() {
        this(Jdbi.create("jdbc:none"), Clock.systemUTC());
    }

    @Override
    public String name() {
        return "audit-seal";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(10);
    }

    @Override
    public void run() {
        List<Long> workspaces = db.withHandle(handle ->
                handle.createQuery("select id from workspace").mapTo(Long.class).list());
        workspaces.forEach(this::seal);
    }

    record Seal(int no, long xid, long id, int entries, byte[] hash) {
        static final Seal FIRST = new Seal(0, 0, 0, 0, new byte[32]);
    }

    record Line(long xid, long id, String text) {}

    private void seal(long workspace) {
        db.useTransaction(handle -> {
            handle.execute("select pg_advisory_xact_lock(hashint8(?))", workspace);
            Seal last = seals(handle, workspace).reduce(Seal.FIRST, (earlier, later) -> later);
            List<Line> lines = linesAfter(handle, workspace, last, BATCH);
            if (!lines.isEmpty()) {
                Line end = lines.getLast();
                handle.createUpdate("""
                                insert into audit_seal (workspace_id, no, last_xid, last_id, entries, hash, sealed_at)
                                values (:workspace, :no, :xid::text::xid8, :id, :entries, :hash, :at)
                                """)
                        .bind("workspace", workspace)
                        .bind("no", last.no() + 1)
                        .bind("xid", end.xid())
                        .bind("id", end.id())
                        .bind("entries", lines.size())
                        .bind("hash", hash(last.hash(), lines))
                        .bind("at", clock.instant())
                        .execute();
            }
        });
    }

    /// Recomputes the whole chain.
    ///
    /// @return empty when it holds, else the number of the first seal that does not
    public OptionalInt firstBroken(WorkspaceId workspace) {
        return db.inTransaction(handle -> {
            Seal previous = Seal.FIRST;
            for (Seal seal : seals(handle, workspace.value()).toList()) {
                List<Line> lines = linesAfter(handle, workspace.value(), previous, seal.entries());
                if (!Arrays.equals(hash(previous.hash(), lines), seal.hash())) {
                    return OptionalInt.of(seal.no());
                }
                previous = seal;
            }
            return OptionalInt.empty();
        });
    }

    private static Stream<Seal> seals(Handle handle, long workspace) {
        return handle.createQuery("""
                        select no, last_xid::text::bigint as xid, last_id as id, entries, hash
                        from audit_seal where workspace_id = :workspace order by no
                        """).bind("workspace", workspace).map(Sql.row(Seal.class)).list().stream();
    }

    private static List<Line> linesAfter(Handle handle, long workspace, Seal seal, int limit) {
        return handle.createQuery("""
                        select xid::text::bigint as xid, id,
                          jsonb_build_array(id, extract(epoch from at), member_id, brand_id, action, subject, detail)::text as text
                        from audit_entry
                        where workspace_id = :workspace and (xid, id) > (:xid::text::xid8, :id)
                          and xid < pg_snapshot_xmin(pg_current_snapshot())
                        order by audit_entry.xid, id limit :limit
                        """)
                .bind("workspace", workspace)
                .bind("xid", seal.xid())
                .bind("id", seal.id())
                .bind("limit", limit)
                .map(Sql.row(Line.class))
                .list();
    }

    private static byte[] hash(byte[] previous, List<Line> lines) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(previous);
            for (Line line : lines) {
                sha.update(line.text().getBytes(StandardCharsets.UTF_8));
                sha.update((byte) '\n');
            }
            return sha.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
