package org.gazouillis.listen;

import org.gazouillis.kernel.StatusId;

/// A search does not find this status: it never did, or it was removed or changed meanwhile, or it is not the asker's
/// to see.
public final class NotFoundBySearch extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotFoundBySearch(StatusId status) {
        super("This search does not find a status " + status + ". Ask it again, and take an id from its answer.");
    }
}
