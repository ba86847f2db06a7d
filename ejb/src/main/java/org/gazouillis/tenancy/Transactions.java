package org.gazouillis.tenancy;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The transactions of the present thread, for deeds of which only parts may be in one: a connection is not to be held
/// while another machine is asked.
@ApplicationScoped
public class Transactions {
    @Resource(lookup = "java:jboss/TransactionSynchronizationRegistry")
    private @Nullable TransactionSynchronizationRegistry registry;

    /// Works in the present transaction, or in one that ends with the work.
    @Transactional
    public <T> T in(Supplier<T> work) {
        return work.get();
    }

    /// @param deed what would wait for another machine: `The search index is asked`
    /// @throws IllegalStateException within a transaction
    public void requireNone(String deed) {
        if (isOpen()) {
            throw new IllegalStateException(
                    deed + " within a transaction, which would hold a connection of the database"
                            + " for as long as that takes. Read what the question needs before, and what the answer needs after.");
        }
    }

    /// Whether the thread is in one. Never without a server.
    protected boolean isOpen() {
        return registry != null && registry.getTransactionStatus() != Status.STATUS_NO_TRANSACTION;
    }
}
