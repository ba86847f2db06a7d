package org.gazouillis.listen;

/// The cursor was not made by this search: begin again from the first page.
public final class SearchCursorForeign extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SearchCursorForeign(RuntimeException cause) {
        super(cause.getMessage(), cause);
    }
}
