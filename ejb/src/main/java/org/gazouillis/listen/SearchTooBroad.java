package org.gazouillis.listen;

/// The search would take longer than a search may; the message says how to ask for less.
public final class SearchTooBroad extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SearchTooBroad(RuntimeException cause) {
        super(cause.getMessage(), cause);
    }
}
