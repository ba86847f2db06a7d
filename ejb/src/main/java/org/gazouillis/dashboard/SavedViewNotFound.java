package org.gazouillis.dashboard;

import org.gazouillis.kernel.SavedViewId;

/// The member sees no such view of that brand.
public final class SavedViewNotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SavedViewNotFound(SavedViewId view) {
        super("There is no saved view " + view + ". List the views of the brand to see which there are.");
    }
}
