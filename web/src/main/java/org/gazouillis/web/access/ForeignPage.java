package org.gazouillis.web.access;

/// A request that changes something came with a session's cookie, but not visibly from one of our own pages.
public final class ForeignPage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ForeignPage() {
        super(
                "A session may change things from our own pages only. Send the header X-Requested-With, or an API token.");
    }
}
