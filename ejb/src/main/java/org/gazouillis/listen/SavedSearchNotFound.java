package org.gazouillis.listen;

import org.gazouillis.kernel.SavedSearchId;

/// The member sees no such search.
public final class SavedSearchNotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SavedSearchNotFound(SavedSearchId search) {
        super("There is no saved search " + search + ". List the saved searches to see which there are.");
    }
}
