package org.gazouillis.tenancy;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/// Reads a row into a record: each component from the column of its name in snake_case. Unlike Jdbi's own mapper it
/// also serves records that are private to their room.
final class RecordRow<T extends Record> implements RowMapper<T> {
    private final Constructor<T> constructor;
    private final RecordComponent[] components;

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
    }

    @Override
    public T map(ResultSet row, StatementContext context) throws SQLException {
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            int column = row.findColumn(snake(components[i].getName()));
            ColumnMapper<?> mapper = context.findColumnMapperFor(components[i].getGenericType())
                    .orElseThrow(() -> new IllegalStateException("no column mapper for a part of " + constructor));
            values[i] = mapper.map(row, column, context);
        }
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException refused) {
            throw new IllegalStateException(constructor + " refuses " + Arrays.toString(values), refused);
        }
    }

    private static String snake(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
