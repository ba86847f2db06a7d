package org.gazouillis.web.operator;

/// The folder of the search index could not be opened yet.
public final class IndexNotOpen extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IndexNotOpen() {
        super("The search index is not open yet. Ask again in some seconds; the server's log says what it waits for.");
    }
}
