package org.gazouillis.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.gazouillis.intake.bulk.BrandBook;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.BulkId;
import org.gazouillis.kernel.PostId;
import org.gazouillis.kernel.WorkspaceId;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Bulk runs and their rows as members read them, behind the wall.
@ApplicationScoped
class BulkRuns {
    private static final String COLUMNS = """
            select id, brand_id, file_name, mode, state, wish, format, columns, roles, rows, ready, refused, warned, planned,
                   cancelled, notes, failure, started_at, finished_at
            from bulk_run where workspace_id = :workspace and""";

    private Jdbi db;

    @Inject
    BulkRuns(@AppDb Jdbi db) {
        this.db = db;
    }

    @SuppressWarnings("NullAway.Init")
    BulkRuns() {}

    @Transactional
    void add(MemberScope member, BrandId brand, BulkId id, String fileName, BulkWish wish, BulkMode mode) {
        db.useHandle(handle -> handle.createUpdate("""
                        insert into bulk_run (workspace_id, id, brand_id, member_id, file_name, wish, mode, lease_until,
                                              started_at)
                        values (:workspace, :id, :brand, :member, :fileName, :wish::jsonb, :mode, now(), now())
                        """)
                .bind("workspace", member.workspace())
                .bind("id", id)
                .bind("brand", brand)
                .bind("member", member.member())
                .bind("fileName", fileName)
                .bind("wish", wish.toJson())
                .bind("mode", mode.name())
                .execute());
    }

    @Transactional
    Optional<BulkRun> find(WorkspaceId workspace, BulkId id) {
        return db.withHandle(handle -> handle.createQuery(COLUMNS + " id = :id")
                .bind("workspace", workspace)
                .bind("id", id)
                .map((row, context) -> run(row))
                .findOne());
    }

    /// The newest runs of a brand first.
    @Transactional
    List<BulkRun> newest(WorkspaceId workspace, BrandId brand, int limit) {
        return db.withHandle(handle -> handle.createQuery(COLUMNS + " brand_id = :brand order by id desc limit :limit")
                .bind("workspace", workspace)
                .bind("brand", brand)
                .bind("limit", limit)
                .map((row, context) -> run(row))
                .list());
    }

    /// The next rows of that kind behind a row, in their order.
    @Transactional
    List<BulkRow> rowsBehind(WorkspaceId workspace, BulkId id, BulkShow show, int behind, int limit) {
        return db.withHandle(handle -> handle.createQuery("""
                        select r.row_no, r.line, r.cells, r.verdict, (r.faults || r.twins)::text as faults, r.text, r.due_at,
                               r.local_at, r.zone, r.post_id, c.name as campaign,
                               array(select a.network || ':' || a.handle from social_account a
                                     where a.workspace_id = r.workspace_id and a.id = any (r.account_ids) order by a.id) as accounts
                        from bulk_row r
                        left join campaign c on c.workspace_id = r.workspace_id and c.id = r.campaign_id
                        where r.workspace_id = :workspace and r.run_id = :run and r.row_no > :behind and <condition>
                        order by r.row_no limit :limit
                        """.replace("<condition>", show.condition()))
                .bind("workspace", workspace)
                .bind("run", id)
                .bind("behind", behind)
                .bind("limit", limit)
                .map((row, context) -> row(row))
                .list());
    }

    /// Faults that stand in more than one row, the most frequent first. Where each row has another value, as with
    /// dates, the group has none.
    @Transactional
    List<BulkFaultGroup> groups(WorkspaceId workspace, BulkId id, int limit) {
        return db.withHandle(handle -> handle.createQuery("""
                        select f.rule, f."column", case when count(distinct f.value) = 1 then min(f.value) else '' end as value,
                               count(distinct r.row_no)::int as rows
                        from bulk_row r
                        cross join lateral jsonb_to_recordset(r.faults) as f(rule text, "column" text, value text, error boolean)
                        where r.workspace_id = :workspace and r.run_id = :run and r.verdict = 'WRONG' and f.error
                        group by f.rule, f."column",
                                 case when f.rule in ('ACCOUNT_UNKNOWN', 'ACCOUNT_AMBIGUOUS', 'CAMPAIGN_UNKNOWN', 'ZONE_UNKNOWN')
                                      then f.value end
                        order by rows desc, f.rule, value limit :limit
                        """)
                .bind("workspace", workspace)
                .bind("run", id)
                .bind("limit", limit)
                .map(Sql.row(BulkFaultGroup.class))
                .list());
    }

    /// What accounts and campaigns the rows may name.
    @Transactional
    BrandBook book(WorkspaceId workspace, BrandId brand) {
        return db.withHandle(handle -> BrandBook.of(handle, workspace, brand));
    }

    private static BulkRun run(ResultSet row) throws SQLException {
        var format = row.getString("format");
        return new BulkRun(
                new BulkId(row.getLong("id")),
                new BrandId(row.getLong("brand_id")),
                row.getString("file_name"),
                BulkMode.valueOf(row.getString("mode")),
                BulkState.valueOf(row.getString("state")),
                BulkWish.parse(row.getString("wish")),
                format == null ? null : BulkFormat.of(format),
                texts(row, "columns"),
                BulkSheet.roles(row.getString("roles")),
                new BulkRun.Counts(
                        row.getInt("rows"),
                        row.getInt("ready"),
                        row.getInt("refused"),
                        row.getInt("warned"),
                        row.getInt("planned"),
                        row.getInt("cancelled")),
                texts(row, "notes"),
                row.getString("failure"),
                row.getTimestamp("started_at").toInstant(),
                instant(row, "finished_at"));
    }

    private static BulkRow row(ResultSet row) throws SQLException {
        long post = row.getLong("post_id");
        var planned = row.wasNull() ? null : new PostId(post);
        return new BulkRow(
                row.getInt("row_no"),
                row.getInt("line"),
                texts(row, "cells"),
                BulkVerdict.valueOf(row.getString("verdict")),
                BulkFault.fromJson(row.getString("faults")),
                row.getString("text"),
                instant(row, "due_at"),
                row.getObject("local_at", LocalDateTime.class),
                row.getString("zone"),
                texts(row, "accounts"),
                row.getString("campaign"),
                planned);
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
