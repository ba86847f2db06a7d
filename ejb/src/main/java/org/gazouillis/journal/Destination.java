package org.gazouillis.journal;

import java.util.List;
import org.jdbi.v3.core.Handle;

/// Where the records of a journal go.
@FunctionalInterface
public interface Destination<R> {
    /// In the handle's transaction, which is not over yet: it may still fail, and then the same records come again.
    void store(Handle handle, List<R> records);

    /// What was stored last is committed. It is not called when nobody knows whether it is.
    default void committed() {}
}
