package org.gazouillis.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.ImportId;
import org.gazouillis.kernel.WorkspaceId;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.MemberScope;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/// The runs and their refused rows as members see them, behind the wall.
@ApplicationScoped
class ImportRuns {
    private static final String COLUMNS =
            "select id, brand_id, file_name, format, state, rows, accepted, rejected, notes,"
                    + " failure, started_at, finished_at from import_run ";

    private final Jdbi db;
    private final Clock clock;

    @Inject
    ImportRuns(@AppDb Jdbi db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    ImportRuns() {
        this(Jdbi.create("jdbc:none"), Clock.systemUTC());
    }

    /// @param wish what the member said about the file, as [ImportWish#parse] reads it
    @Transactional
    void add(MemberScope member, BrandId brand, ImportId id, String fileName, String wish) {
        db.useHandle(handle -> handle.createUpdate("""
                        insert into import_run (workspace_id, id, brand_id, member_id, file_name, wish, lease_until, started_at)
                        values (:workspace, :id, :brand, :member, :fileName, to_jsonb(cast(:wish as text)), now(), :now)
                        """)
                .bind("workspace", member.workspace())
                .bind("id", id)
                .bind("brand", brand)
                .bind("member", member.member())
                .bind("fileName", fileName)
                .bind("wish", wish)
                .bind("now", clock.instant())
                .execute());
    }

    @Transactional
    Optional<ImportRun> find(WorkspaceId workspace, ImportId id) {
        return db.withHandle(handle -> handle.createQuery(COLUMNS + "where workspace_id = :workspace and id = :id")
                .bind("workspace", workspace)
                .bind("id", id)
                .map(ImportRuns::run)
                .findOne());
    }

    /// The newest runs of a brand first.
    @Transactional
    List<ImportRun> newest(WorkspaceId workspace, BrandId brand, int limit) {
        return db.withHandle(handle -> handle.createQuery(
                        COLUMNS + "where workspace_id = :workspace and brand_id = :brand order by id desc limit :limit")
                .bind("workspace", workspace)
                .bind("brand", brand)
                .bind("limit", limit)
                .map(ImportRuns::run)
                .list());
    }

    /// The next refused rows behind a line, in the order of lines.
    @Transactional
    List<Reject> rejectsBehind(WorkspaceId workspace, ImportId id, long line, int limit) {
        return db.withHandle(handle -> handle.createQuery("""
                        select line, column_name, value, rule, reason from import_reject
                        where workspace_id = :workspace and import_id = :id and line > :line order by line limit :limit
                        """)
                .bind("workspace", workspace)
                .bind("id", id)
                .bind("line", line)
                .bind("limit", limit)
                .map((row, context) -> new Reject(
                        row.getLong("line"),
                        row.getString("column_name"),
                        row.getString("value"),
                        RejectRule.valueOf(row.getString("rule")),
                        row.getString("reason")))
                .list());
    }

    private static ImportRun run(ResultSet row, StatementContext context) throws SQLException {
        return new ImportRun(
                new ImportId(row.getLong("id")),
                new BrandId(row.getLong("brand_id")),
                row.getString("file_name"),
                row.getString("format"),
                ImportState.valueOf(row.getString("state")),
                row.getLong("rows"),
                row.getLong("accepted"),
                row.getLong("rejected"),
                List.of((String[]) row.getArray("notes").getArray()),
                row.getString("failure"),
                row.getTimestamp("started_at").toInstant(),
                instant(row, "finished_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
