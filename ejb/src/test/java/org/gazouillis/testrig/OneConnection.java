package org.gazouillis.testrig;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// What the server's transaction manager does, in small: inside [#inTransaction] every `getConnection` of this thread
/// gives the same connection, committed at the end or rolled back when the work throws.
final class OneConnection {
    private final DataSource source;
    private final ThreadLocal<Connection> bound = new ThreadLocal<>();

    OneConnection(DataSource source) {
        this.source = source;
    }

    DataSource asDataSource() {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    Connection current = bound.get();
                    if (method.getName().equals("getConnection") && current != null) {
                        return unclosable(current);
                    }
                    return invoke(method, source, arguments);
                });
    }

    <T> T inTransaction(@Nullable String workspace, @Nullable String brands, Supplier<T> work) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            if (workspace != null && brands != null) {
                scope(connection, workspace, brands);
            }
            bound.set(connection);
            try {
                T result = work.get();
                connection.commit();
                return result;
            } finally {
                bound.remove();
                if (!connection.isClosed()) {
                    connection.rollback();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isOpen() {
        return bound.get() != null;
    }

    private static void scope(Connection connection, String workspace, String brands) throws SQLException {
        try (PreparedStatement set = connection.prepareStatement(
                "select set_config('app.workspace', ?, true), set_config('app.brands', ?, true)")) {
            set.setString(1, workspace);
            set.setString(2, brands);
            set.execute();
        }
    }

    private static Connection unclosable(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) ->
                        method.getName().equals("close") ? null : invoke(method, connection, arguments));
    }

    private static @Nullable Object invoke(
            java.lang.reflect.Method method, Object target, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
