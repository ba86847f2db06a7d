package org.gazouillis.intake;

/// The bulk run, or one of its rows, is past the point where this can be done.
public final class BulkNotOpen extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private BulkNotOpen(String message) {
        super(message);
    }

    static BulkNotOpen run(BulkState state) {
        return new BulkNotOpen(
                state.isBusy()
                        ? "The server is at work on this file (" + state + "). Ask again in a moment."
                        : "The file is " + state + "; this cannot be done any more. Send it again.");
    }

    static BulkNotOpen row(int row) {
        return new BulkNotOpen("Row " + row + " is planned already. Change its post instead.");
    }

    static BulkNotOpen nothingRight() {
        return new BulkNotOpen("No row is right, so there is nothing to plan. Mend a row first.");
    }

    static BulkNotOpen someWrong(int wrong) {
        return new BulkNotOpen(
                wrong + " rows are wrong, and you asked for all or nothing. Mend them, or plan row by row.");
    }
}
