package org.gazouillis.rollup;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Writes additions to the cells of one table: [#join] reads the people of those cells that somebody joins
/// and locks nothing, [#store] adds counts and stores people. Between the two nobody else may write these
/// tables: the caller looks whether the mark stayed.
final class CellWriter {
    /// Cells of a statement: their sets may have some ten kilobytes each, and lie in memory while it is sent.
    private static final int PART = 1_000;

    private final Connection connection;
    private final Grain grain;
    private final int mostExactBytes;

    /// @param mostExactBytes above which a set of people becomes a sketch
    CellWriter(Handle handle, Grain grain, int mostExactBytes) {
        this.connection = handle.getConnection();
        this.grain = grain;
        this.mostExactBytes = mostExactBytes;
    }

    /// @param additions each cell once, neighbours together
    void join(List<Map.Entry<CellKey, Addition>> additions) throws SQLException {
        List<Map.Entry<CellKey, Addition>> joined =
                additions.stream().filter(each -> each.getValue().hasPeople()).toList();
        for (int first = 0; first < joined.size(); first += PART) {
            joinPart(joined.subList(first, Math.min(first + PART, joined.size())));
        }
    }

    /// @param additions what [#join] has seen
    void store(List<Map.Entry<CellKey, Addition>> additions) throws SQLException {
        List<Column> counts = counts(additions);
        for (int first = 0; first < additions.size(); first += PART) {
            storePart(additions.subList(first, Math.min(first + PART, additions.size())), counts);
        }
    }

    /// One column of what is written: its type, and how to get it from a cell.
    private record Column(String name, String type, Function<Map.Entry<CellKey, Addition>, @Nullable Object> value) {
        static Column ofKey(String name, String type, Function<CellKey, Object> value) {
            return new Column(name, type, cell -> value.apply(cell.getKey()));
        }

        static Stream<Column> ofPeople(String set, String size, Function<Addition, @Nullable Joining> people) {
            return Stream.of(
                    new Column(set, "bytea", cell -> bytes(people.apply(cell.getValue()))),
                    new Column(size, "int4", cell -> size(people.apply(cell.getValue()))));
        }

        private static byte @Nullable [] bytes(@Nullable Joining people) {
            return people == null ? null : people.bytes();
        }

        private static int size(@Nullable Joining people) {
            return people == null ? 0 : people.size();
        }
    }

    private List<Column> keys() {
        Column workspace = Column.ofKey("workspace_id", "int8", CellKey::workspace);
        Column brand = Column.ofKey("brand_id", "int8", CellKey::brand);
        return grain.isTotal()
                ? List.of(workspace, brand, Column.ofKey("status_id", "int8", CellKey::subject))
                : List.of(
                        workspace,
                        brand,
                        Column.ofKey("dimension", "text", key -> key.dimension().name()),
                        Column.ofKey("subject_id", "int8", CellKey::subject),
                        Column.ofKey(grain.time(), "int8", CellKey::time));
    }

    /// Those to which anything is added: most kinds are rare, and what is not named costs nothing.
    private List<Column> counts(List<Map.Entry<CellKey, Addition>> cells) {
        return IntStream.range(0, Addition.COUNTS.size())
                .filter(count -> !grain.isTotal() || !Addition.FOLLOWERS.contains(Addition.COUNTS.get(count)))
                .filter(count -> cells.stream().anyMatch(cell -> cell.getValue().count(count) != 0))
                .mapToObj(count -> new Column(
                        Addition.COUNTS.get(count),
                        "int4",
                        cell -> cell.getValue().count(count)))
                .toList();
    }

    private static List<Column> people() {
        return Stream.of(
                        Column.ofPeople("people", "reach", Addition::people),
                        Stream.of(new Column("reach_error", "float4", cell -> error(cell.getValue()))),
                        Column.ofPeople("anonymous", "anonymous_reach", Addition::anonymous),
                        Column.ofPeople("engaged", "engaged_people", Addition::engaged))
                .flatMap(columns -> columns)
                .toList();
    }

    private static float error(Addition addition) {
        Joining people = addition.people();
        return people == null ? 0 : people.error();
    }

    private void joinPart(List<Map.Entry<CellKey, Addition>> joined) throws SQLException {
        List<Column> keys = keys();
        String where = keys.stream()
                .map(key -> "cell." + key.name() + " = " + selected(key))
                .collect(Collectors.joining(" and "));
        String sql = "select k.place, cell.people, cell.anonymous, cell.engaged from unnest(" + places(keys)
                + ") with ordinality as k(" + names(keys) + ", place) join " + grain.table() + " cell on " + where;
        Addition.Known[] stored = new Addition.Known[joined.size()];
        Arrays.fill(stored, Addition.Known.NOBODY);
        try (PreparedStatement known = prepare(sql, keys, joined);
                ResultSet rows = known.executeQuery()) {
            while (rows.next()) {
                stored[rows.getInt(1) - 1] = new Addition.Known(rows.getBytes(2), rows.getBytes(3), rows.getBytes(4));
            }
        }
        for (int place = 0; place < stored.length; place++) {
            joined.get(place).getValue().join(stored[place], mostExactBytes);
        }
    }

    private void storePart(List<Map.Entry<CellKey, Addition>> cells, List<Column> counts) throws SQLException {
        List<Column> keys = keys();
        List<Column> all =
                Stream.of(keys, counts, people()).flatMap(List::stream).toList();
        String sql = "insert into " + grain.table() + " as cell (" + names(all) + ") select "
                + all.stream().map(this::selected).collect(Collectors.joining(", ")) + " from unnest(" + places(all)
                + ") as k(" + names(all) + ") on conflict (" + names(keys) + ") do update set "
                + Stream.concat(
                                counts.stream().map(CellWriter::added),
                                Stream.of(
                                        kept("people", "people", "reach", "reach_error"),
                                        kept("anonymous", "anonymous", "anonymous_reach"),
                                        kept("engaged", "engaged", "engaged_people")))
                        .collect(Collectors.joining(", "));
        try (PreparedStatement insert = prepare(sql, all, cells)) {
            insert.executeUpdate();
        }
    }

    private static String added(Column count) {
        return count.name() + " = cell." + count.name() + " + excluded." + count.name();
    }

    /// A set that nobody joins stays as it is.
    private static String kept(String set, String... columns) {
        return Stream.of(columns)
                .map(column -> column + " = case when excluded." + set + " is null then cell." + column
                        + " else excluded." + column + " end")
                .collect(Collectors.joining(", "));
    }

    private String selected(Column column) {
        return column.name().equals(grain.time()) ? grain.timeOfNumber() : "k." + column.name();
    }

    private static String names(List<Column> columns) {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    private static String places(List<Column> columns) {
        return columns.stream().map(column -> "?::" + column.type() + "[]").collect(Collectors.joining(", "));
    }

    private PreparedStatement prepare(String sql, List<Column> columns, List<Map.Entry<CellKey, Addition>> cells)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int index = 0; index < columns.size(); index++) {
            statement.setArray(index + 1, array(columns.get(index), cells));
        }
        return statement;
    }

    private Array array(Column column, List<Map.Entry<CellKey, Addition>> cells) throws SQLException {
        // The driver sends arrays of these classes in binary, and of any other as text.
        @Nullable
        Object[] values =
                switch (column.type()) {
                    case "int8" -> new Long[cells.size()];
                    case "int4" -> new Integer[cells.size()];
                    case "float4" -> new Float[cells.size()];
                    case "bytea" -> new byte[cells.size()][];
                    default -> new String[cells.size()];
                };
        Arrays.setAll(values, index -> column.value().apply(cells.get(index)));
        return connection.createArrayOf(column.type(), values);
    }
}
