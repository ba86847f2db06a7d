package org.gazouillis.intake;

import jakarta.json.Json;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.gazouillis.intake.bulk.ColumnOrder;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.BulkId;
import org.gazouillis.kernel.WorkspaceId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What must be known of a run to judge its rows, read under the run's lock.
record BulkSheet(
        WorkspaceId workspace,
        BulkId id,
        BrandId brand,
        BulkState state,
        BulkWish wish,
        @Nullable BulkFormat format,
        List<String> columns,
        Map<BulkRole, String> roles,
        ColumnOrder order) {
    /// Takes the run for this transaction.
    ///
    /// @throws BulkNotFound when there is none
    static BulkSheet lock(Handle handle, WorkspaceId workspace, BulkId id) {
        return handle.createQuery("""
                        select workspace_id, id, brand_id, state, wish, format, columns, roles, day_line, month_line
                        from bulk_run where workspace_id = :workspace and id = :id for update
                        """)
                .bind("workspace", workspace)
                .bind("id", id)
                .map((row, context) -> of(row))
                .findOne()
                .orElseThrow(() -> new BulkNotFound(id));
    }

    private static BulkSheet of(ResultSet row) throws SQLException {
        var format = row.getString("format");
        return new BulkSheet(
                new WorkspaceId(row.getLong("workspace_id")),
                new BulkId(row.getLong("id")),
                new BrandId(row.getLong("brand_id")),
                BulkState.valueOf(row.getString("state")),
                BulkWish.parse(row.getString("wish")),
                format == null ? null : BulkFormat.of(format),
                List.of((String[]) row.getArray("columns").getArray()),
                roles(row.getString("roles")),
                new ColumnOrder(row.getInt("day_line"), row.getInt("month_line")));
    }

    static Map<BulkRole, String> roles(String json) {
        var roles = new EnumMap<BulkRole, String>(BulkRole.class);
        try (var reader = Json.createReader(new StringReader(json))) {
            reader.readObject()
                    .forEach((key, column) -> roles.put(BulkRole.of(key), ((JsonString) column).getString()));
        }
        return roles;
    }

    static String json(Map<BulkRole, String> roles) {
        var json = Json.createObjectBuilder();
        roles.forEach((role, column) -> json.add(role.key(), column));
        return json.build().toString();
    }

    BulkSheet requireOpen() {
        if (!state.isOpen()) {
            throw BulkNotOpen.run(state);
        }
        return this;
    }

    /// The same under another wish and other roles.
    BulkSheet saying(BulkWish said, Map<BulkRole, String> read) {
        return new BulkSheet(workspace, id, brand, state, said, format, columns, read, order);
    }

    BulkSheet ordered(ColumnOrder told) {
        return new BulkSheet(workspace, id, brand, state, wish, format, columns, roles, told);
    }

    /// Place in a row of the column with the day, from 1 as PostgreSQL counts; 0 when there is none.
    int dayPlace() {
        var column = roles.containsKey(BulkRole.WHEN) ? roles.get(BulkRole.WHEN) : roles.get(BulkRole.DATE);
        return column == null ? 0 : columns.indexOf(column) + 1;
    }
}
