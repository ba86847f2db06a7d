package org.gazouillis.tenancy;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.sql.Types;
import java.util.Optional;
import javax.sql.DataSource;
import org.gazouillis.kernel.TypedId;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.generic.GenericTypes;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.ColumnMapperFactory;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatements;

/// How this house speaks SQL: Jdbi that knows typed ids as `bigint`, records by constructor, and arrays of text and
/// numbers. Tests and benches open the same door over a plain data source.
public final class Sql {
    /// What a record wants of a row, found out once.
    private static final ClassValue<RecordRow<?>> ROWS = new ClassValue<>() {
        @Override
        protected RecordRow<?> computeValue(Class<?> record) {
            return new RecordRow<>(record.asSubclass(Record.class));
        }
    };

    private Sql() {}

    public static Jdbi over(DataSource source) {
        Jdbi jdbi = Jdbi.create(source);
        jdbi.registerArgument(idArguments());
        jdbi.registerColumnMapper(idColumns());
        jdbi.registerArrayType(Long.class, "bigint");
        jdbi.registerArrayType(long.class, "bigint");
        jdbi.registerArrayType(String.class, "text");
        jdbi.registerArrayType(Boolean.class, "boolean");
        jdbi.getConfig(SqlStatements.class).setUnusedBindingAllowed(false);
        return jdbi;
    }

    /// Lets `record` be read from a row whose columns (or `as` names) are its components in snake_case, those of
    /// records among them their own.
    @SuppressWarnings("unchecked") // each class has a row of its own
    public static <T extends Record> RowMapper<T> row(Class<T> record) {
        return (RowMapper<T>) ROWS.get(record);
    }

    private static ArgumentFactory idArguments() {
        return (type, value, config) -> value instanceof TypedId id
                ? Optional.<Argument>of((position, statement, context) -> statement.setLong(position, id.value()))
                : value == null && isId(type)
                        ? Optional.<Argument>of(
                                (position, statement, context) -> statement.setNull(position, Types.BIGINT))
                        : Optional.empty();
    }

    private static boolean isId(java.lang.reflect.Type type) {
        return TypedId.class.isAssignableFrom(GenericTypes.getErasedType(type));
    }

    private static ColumnMapperFactory idColumns() {
        return (type, config) ->
                isId(type) ? Optional.of(idColumn(GenericTypes.getErasedType(type))) : Optional.empty();
    }

    private static ColumnMapper<?> idColumn(Class<?> idType) {
        Constructor<?> constructor = constructor(idType);
        return (row, column, context) -> {
            long value = row.getLong(column);
            return row.wasNull() ? null : id(constructor, value);
        };
    }

    private static Constructor<?> constructor(Class<?> idType) {
        try {
            return idType.getConstructor(long.class);
        } catch (NoSuchMethodException notAnId) {
            throw new IllegalStateException(idType + " must be a public record of one long", notAnId);
        }
    }

    private static Object id(Constructor<?> constructor, long value) {
        try {
            return constructor.newInstance(value);
        } catch (InstantiationException | IllegalAccessException notAnId) {
            throw new IllegalStateException(constructor + " must be of a public record of one long", notAnId);
        } catch (InvocationTargetException refused) {
            throw new IllegalStateException(constructor + " refuses " + value, refused);
        }
    }
}
