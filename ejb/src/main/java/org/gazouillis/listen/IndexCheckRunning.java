package org.gazouillis.listen;

/// The index is being checked already.
public final class IndexCheckRunning extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IndexCheckRunning() {
        super("The search index is being checked already. Wait for that check to end; its figures are shown then.");
    }
}
