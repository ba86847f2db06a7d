package org.gazouillis.publish;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.HealthCheck;
import org.gazouillis.kernel.WorkspaceId;
import org.gazouillis.security.SecretBox;
import org.gazouillis.tenancy.Sql;
import org.gazouillis.tenancy.WorkerDb;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Opens the way to networks outside at the start: the keys must be there with which the accesses in the database are
/// locked. Where one is missing, nothing goes out and nothing is overwritten; the built-in timeline goes on.
@ApplicationScoped
public class OutsideGate implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(OutsideGate.class);

    private Jdbi db;
    private SecretBox box;
    private volatile String trouble = "not started yet";

    @Inject
    public OutsideGate(@WorkerDb Jdbi db, SecretBox box) {
        this.db = db;
        this.box = box;
    }

    @SuppressWarnings("NullAway.Init")
    OutsideGate() {}

    /// Reads the keys, and locks anew what is locked with one that is not in use any more.
    public void open() {
        trouble = read().orElse("");
        if (trouble.isEmpty()) {
            lockAnew();
        } else {
            LOG.errorf("Nothing is published to networks outside: %s", trouble);
        }
    }

    /// Why nothing can go outside; empty when it can.
    public String trouble() {
        return trouble;
    }

    @Override
    public String name() {
        return "outside-publishing";
    }

    /// Up even when the gate is closed: a load balancer must not take a node away that serves everything else.
    @Override
    public State check() {
        return State.up(trouble.isEmpty() ? "open" : "closed: a key is missing, see the server's log");
    }

    private Optional<String> read() {
        Set<String> used = new HashSet<>(db.withHandle(
                handle -> handle.createQuery("""
                        select key_id from account_access union select key_id from notice_hook
                        """).mapTo(String.class).list()));
        try {
            return box.open(used);
        } catch (IllegalStateException | java.io.UncheckedIOException unreadable) {
            return Optional.of(String.valueOf(unreadable.getMessage()));
        }
    }

    private void lockAnew() {
        db.useTransaction(handle -> {
            lockAnew(handle, "account_access", "account_id");
            lockAnew(handle, "notice_hook", "id");
        });
    }

    /// @param owner the column that names whom a secret was locked for
    private void lockAnew(Handle handle, String table, String owner) {
        handle.createQuery(String.format(
                        Locale.ROOT,
                        "select workspace_id, %s as owner, sealed from %s where key_id <> :key for update",
                        owner,
                        table))
                .bind("key", box.keyId())
                .map(Sql.row(Locked.class))
                .list()
                .forEach(each -> handle.createUpdate(String.format(
                                Locale.ROOT,
                                "update %s set sealed = :sealed, key_id = :key where workspace_id = :workspace and %s = :owner",
                                table,
                                owner))
                        .bind("sealed", box.seal(each.workspaceId(), each.owner(), opened(each)))
                        .bind("key", box.keyId())
                        .bind("workspace", each.workspaceId())
                        .bind("owner", each.owner())
                        .execute());
    }

    private String opened(Locked each) {
        return box.open(each.workspaceId(), each.owner(), each.sealed());
    }

    /// Locked for an account or for a hook: the lock knows the number alone.
    private record Locked(WorkspaceId workspaceId, AccountId owner, byte[] sealed) {}
}
