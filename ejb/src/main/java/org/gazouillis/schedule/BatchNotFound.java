package org.gazouillis.schedule;

/// The campaign knows no such move or cancellation, or it was undone before.
public final class BatchNotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BatchNotFound(long batch) {
        super("There is no move or cancellation " + batch + " of this campaign that could be undone. "
                + "GET /api/desk/v1/campaigns/{id}/batches lists them.");
    }
}
