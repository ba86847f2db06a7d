package org.gazouillis.engage;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.gazouillis.journal.Journal;
import org.gazouillis.journal.Shipping;
import org.gazouillis.tenancy.Sql;
import org.gazouillis.testrig.World;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// One of several nodes of a test world, with a folder of its own. Its commits can break: before they are done, or
/// behind the answer that they are.
final class ReportingNode {
    private enum Commit {
        DONE,
        BROKEN_BEFORE,
        BROKEN_AFTER
    }

    private final World world;
    private final Path folder;
    private final int mostInHeap;
    private final Connection connection;
    private final Jdbi db;
    private Commit commit = Commit.DONE;
    private final Deque<Kept> kept = new ArrayDeque<>();
    private Journal<ReportCall> journal;
    private Shipping<ReportCall> shipping;

    private record Kept(ReportCall call, Journal.Place end) {}

    ReportingNode(World world, Path folder, int mostInHeap) throws IOException, SQLException {
        this.world = world;
        this.folder = folder;
        this.mostInHeap = mostInHeap;
        this.connection = world.access().connect(world.access().worker());
        this.db = Sql.over(breaking());
        this.journal = Journal.open(folder, new ReportForm(), 1_500);
        this.shipping = shipping();
    }

    private Shipping<ReportCall> shipping() {
        return new Shipping<>(journal, db, new ReportBook(world.clock(), mostInHeap), 7);
    }

    void report(ReportCall call) {
        journal.append(call).join();
        kept.add(new Kept(call, journal.durable()));
    }

    void ship() throws IOException {
        shipping.ship();
    }

    void shipWithBrokenCommit(boolean before) throws IOException {
        commit = before ? Commit.BROKEN_BEFORE : Commit.BROKEN_AFTER;
        if (kept.isEmpty()) {
            shipping.ship();
        } else {
            assertThatThrownBy(shipping::ship).hasStackTraceContaining("power cut");
        }
        commit = Commit.DONE;
    }

    /// Half a record lies at the end of what it wrote.
    void killAndRestart(Random random) throws IOException {
        Journal<ReportCall> killed = journal;
        byte[] torn = new byte[random.nextInt(1, 40)];
        random.nextBytes(torn);
        Files.write(killed.file(killed.durable().segment()), torn, StandardOpenOption.APPEND);
        journal = Journal.open(folder, new ReportForm(), 1_500);
        shipping = shipping();
        killed.close();
    }

    /// Calls that came into the database since this was asked last, in their order.
    List<ReportCall> brought() throws IOException {
        List<ReportCall> calls = new ArrayList<>();
        while (!kept.isEmpty() && isBrought(kept.getFirst().end())) {
            calls.add(kept.removeFirst().call());
        }
        return calls;
    }

    private boolean isBrought(Journal.Place end) throws IOException {
        long position = db.withHandle(
                handle -> handle.createQuery("select position from journal_place where journal = ? and segment = ?")
                        .bind(0, journal.name())
                        .bind(1, end.segment())
                        .mapTo(Long.class)
                        .findOne()
                        .orElse(0L));
        return position >= end.position() || !journal.segments().contains(end.segment());
    }

    void close() throws IOException, SQLException {
        assertThat(kept).as("nothing that was acknowledged is left").isEmpty();
        journal.close();
        connection.close();
    }

    /// Always the same connection, which nobody closes before the node does.
    private DataSource breaking() {
        Connection lent = (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "close" -> null;
                    case "commit" -> commit();
                    default -> invoke(method, arguments);
                });
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("getConnection");
                    return lent;
                });
    }

    private @Nullable Object commit() throws SQLException {
        if (commit != Commit.BROKEN_BEFORE) {
            connection.commit();
        }
        if (commit != Commit.DONE) {
            throw new SQLException("power cut");
        }
        return null;
    }

    private @Nullable Object invoke(Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getTargetException();
        }
    }
}
