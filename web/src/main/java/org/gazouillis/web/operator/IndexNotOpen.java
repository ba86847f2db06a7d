package org.gazouillis.web.operator;

/// The search index could not be opened yet, or is not fed by this node.
public final class IndexNotOpen extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IndexNotOpen() {
        super("The search index is not open yet. Ask again in some seconds; the server's log says what it waits for.");
    }

    private IndexNotOpen(String message) {
        super(message);
    }

    static IndexNotOpen notFedHere() {
        return new IndexNotOpen("This node does not feed the search index: it is not open yet, or another node feeds it"
                + " for all. Ask the node whose log says so, or ask again in some seconds.");
    }
}
