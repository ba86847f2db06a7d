package org.gazouillis.tenancy;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import org.gazouillis.kernel.TypedId;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/// Reads a row into a record: each component from the column of its name in snake_case; a component that is a record
/// itself, but no id, from the columns of its own components. Unlike Jdbi's own mapper it also serves records that are
/// private to their room. Columns are found once for a result, not once for a row.
final class RecordRow<T extends Record> implements RowMapper<T> {
    private final Constructor<T> constructor;
    private final RecordComponent[] components;
    private final String[] columns;
    private final @Nullable RecordRow<?>[] parts;

    RecordRow(Class<T> type) {
        components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            constructor = type.getDeclaredConstructor(types);
        } catch (NoSuchMethodException everyRecordHasOne) {
            throw new IllegalStateException(everyRecordHasOne);
        }
        constructor.setAccessible(true);
        columns = Arrays.stream(components)
                .map(component -> snake(component.getName()))
                .toArray(String[]::new);
        parts = new @Nullable RecordRow<?>[components.length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = part(components[i]);
        }
    }

    @Override
    public T map(ResultSet row, StatementContext context) throws SQLException {
        return specialize(row, context).map(row, context);
    }

    @Override
    public RowMapper<T> specialize(ResultSet rows, StatementContext context) throws SQLException {
        RowMapper<?>[] readers = new RowMapper<?>[components.length];
        for (int i = 0; i < readers.length; i++) {
            RecordRow<?> part = parts[i];
            readers[i] = part == null ? column(i, rows, context) : part.specialize(rows, context);
        }
        return (row, statement) -> {
            @Nullable Object[] values = new @Nullable Object[readers.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = readers[i].map(row, statement);
            }
            return make(values);
        };
    }

    private RowMapper<?> column(int component, ResultSet rows, StatementContext context) throws SQLException {
        int column = rows.findColumn(columns[component]);
        if (components[component].getType() == long.class) {
            // Rows of figures are nothing else, and a mapper looks twice for a null that it would make a zero of.
            return (row, statement) -> row.getLong(column);
        }
        ColumnMapper<?> mapper = context.findColumnMapperFor(components[component].getGenericType())
                .orElseThrow(() -> new IllegalStateException("no column mapper for a part of " + constructor));
        return (row, statement) -> mapper.map(row, column, statement);
    }

    private T make(@Nullable Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException refused) {
            throw new IllegalStateException(constructor + " refuses " + Arrays.toString(values), refused);
        }
    }

    private static @Nullable RecordRow<?> part(RecordComponent component) {
        Class<?> type = component.getType();
        return type.isRecord() && !TypedId.class.isAssignableFrom(type)
                ? new RecordRow<>(type.asSubclass(Record.class))
                : null;
    }

    private static String snake(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
