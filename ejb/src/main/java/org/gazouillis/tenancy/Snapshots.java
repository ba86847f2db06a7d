package org.gazouillis.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/// Long reads behind the wall: one local, read-only transaction that sees the database as it stood when it began.
/// For exports, which may last longer than a server's transaction and write to a slow reader
/// meanwhile; therefore never within `@Transactional`.
@ApplicationScoped
public class Snapshots {
    private final Jdbi db;

    @Inject
    public Snapshots(@AppDb Jdbi db) {
        this.db = db;
    }

    Snapshots() {
        this(Jdbi.create("jdbc:none"));
    }

    /// Runs the work with a handle that shows what this member may see.
    public <X extends Exception> void read(MemberScope member, HandleConsumer<X> work) throws X {
        db.useHandle(handle -> {
            autoCommit(handle, false);
            try {
                handle.execute("set transaction isolation level repeatable read, read only");
                scope(handle, member);
                work.useHandle(handle);
            } finally {
                handle.rollback();
                autoCommit(handle, true);
            }
        });
    }

    private static void scope(Handle handle, MemberScope member) {
        handle.createQuery("""
                        select count(*) from (values
                          (set_config('app.workspace', :workspace, true)),
                          (set_config('app.brands', :brands, true))) as settings(setting)
                        where setting is not null
                        """)
                .bind("workspace", member.workspace().toString())
                .bind("brands", member.brandArray())
                .mapTo(Integer.class)
                .one();
    }

    private static void autoCommit(Handle handle, boolean on) {
        Connection connection = handle.getConnection();
        try {
            connection.setAutoCommit(on);
        } catch (SQLException refused) {
            throw new SnapshotRefused(refused);
        }
    }

    private static final class SnapshotRefused extends JdbiException {
        private static final long serialVersionUID = 1L;

        SnapshotRefused(SQLException cause) {
            super("A snapshot needs a transaction of its own, outside @Transactional.", cause);
        }
    }
}
