package org.gazouillis.intake;

import org.gazouillis.kernel.BulkId;

/// There is no such bulk run, row or profile, or the member does not see its brand.
public final class BulkNotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private BulkNotFound(String message) {
        super(message);
    }

    public BulkNotFound(BulkId id) {
        this("There is no bulk run " + id + " that you can see. List the brand's bulk runs to find its id.");
    }

    static BulkNotFound row(BulkId id, int row) {
        return new BulkNotFound("The bulk run " + id + " has no row " + row + ". List its rows to find the number.");
    }

    static BulkNotFound profile(String name) {
        return new BulkNotFound("The brand has no profile '" + name + "'. List its profiles to find the name.");
    }
}
