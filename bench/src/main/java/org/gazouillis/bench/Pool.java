package org.gazouillis.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import javax.sql.DataSource;
import org.gazouillis.database.DatabaseAccess;
import org.gazouillis.database.Login;

/// Keeps connections open between uses, as the server's pool does. [Commits] may stand beside each commit.
public final class Pool implements AutoCloseable {
    /// What happens right before and right after a commit.
    public interface Commits {
        Commits UNWATCHED = new Commits() {};

        default void before(Connection connection) throws SQLException {}

        default void after() {}
    }

    private final DatabaseAccess access;
    private final Login login;
    private final Commits commits;
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();

    public Pool(DatabaseAccess access, Login login, Commits commits) {
        this.access = access;
        this.login = login;
        this.commits = commits;
    }

    public static DataSource of(DatabaseAccess access, Login login) {
        return new Pool(access, login, Commits.UNWATCHED).asDataSource();
    }

    public DataSource asDataSource() {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (self, method, arguments) -> {
                    if (method.getName().equals("getConnection")) {
                        return lend();
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    /// Lends one connection again and again, without ever closing or ending anything: the borrower's transaction.
    static DataSource only(Connection connection) {
        Connection lent = (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (self, method, arguments) -> lent);
    }

    private Connection lend() throws SQLException {
        Connection reused = idle.poll();
        Connection connection = reused == null ? access.connect(login) : reused;
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "close" -> giveBack(connection);
                    case "commit" -> commit(connection);
                    default -> {
                        try {
                            yield method.invoke(connection, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getTargetException();
                        }
                    }
                });
    }

    private Object giveBack(Connection connection) throws SQLException {
        if (connection.isClosed()) {
            flush();
            return this;
        }
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        idle.push(connection);
        return this;
    }

    /// The driver closes what broke; what lies idle broke with it, and is given up, as the server's pool does.
    private void flush() {
        for (Connection each = idle.poll(); each != null; each = idle.poll()) {
            try {
                each.close();
            } catch (SQLException brokenAlready) {
                // That is why it is given up.
                continue;
            }
        }
    }

    /// Closes what lies idle; what is lent stays the borrower's.
    @Override
    public void close() {
        flush();
    }

    private Object commit(Connection connection) throws SQLException {
        commits.before(connection);
        connection.commit();
        commits.after();
        return this;
    }
}
