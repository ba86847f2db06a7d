package org.gazouillis.compose;

import org.gazouillis.kernel.DraftId;

/// The member has no such draft: it was sent or thrown away, or is another's.
public final class DraftNotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DraftNotFound(DraftId draft) {
        super("You have no draft " + draft + ". It was sent or thrown away, perhaps in another window.");
    }
}
