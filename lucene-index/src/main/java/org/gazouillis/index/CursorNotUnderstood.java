package org.gazouillis.index;

/// The cursor was not made by this index for this order: search again from the first page.
public final class CursorNotUnderstood extends RuntimeException {

    public CursorNotUnderstood() {
        super("The cursor is not one of this search: leave it out and start again from the first page");
    }
}
