package org.gazouillis.testrig;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Keeps connections open between uses, as the server's pool does: to open one costs more than most tests ask of it.
/// Whoever gets one finds nothing of what another left there.
final class KeptConnections {
    private final DataSource source;
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean ended;

    KeptConnections(DataSource source) {
        this.source = source;
    }

    /// Of which only `getConnection` can be called.
    DataSource asDataSource() {
        return proxy(DataSource.class, (method, arguments) -> {
            if (method.getName().equals("getConnection")) {
                return lend();
            }
            throw new UnsupportedOperationException(method.getName());
        });
    }

    /// Closes what lies idle, and from now on whatever comes back.
    void end() {
        ended = true;
        for (Connection each = idle.poll(); each != null; each = idle.poll()) {
            close(each);
        }
    }

    private Connection lend() throws SQLException {
        Connection connection = known();
        boolean[] back = new boolean[1];
        return proxy(Connection.class, (method, arguments) -> switch (method.getName()) {
            case "close" -> {
                if (!back[0]) {
                    back[0] = true;
                    giveBack(connection);
                }
                yield null;
            }
            case "isClosed" -> back[0] || connection.isClosed();
            default -> call(method, connection, arguments);
        });
    }

    /// One that broke while it lay idle is not lent again.
    private Connection known() throws SQLException {
        for (Connection each = idle.poll(); each != null; each = idle.poll()) {
            if (each.isValid(1)) {
                return each;
            }
            close(each);
        }
        return source.getConnection();
    }

    private void giveBack(Connection connection) {
        try (Statement sql = connection.createStatement()) {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            sql.execute("discard all");
            if (!ended) {
                idle.push(connection);
                return;
            }
        } catch (SQLException broken) {
            // It is closed below, which is all that can be done for it.
        }
        close(connection);
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException brokenAlready) {
            throw new IllegalStateException(brokenAlready);
        }
    }

    private interface Call {
        @Nullable
        Object on(Method method, Object @Nullable [] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> call.on(method, arguments)));
    }

    private static @Nullable Object call(Method method, Object target, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
