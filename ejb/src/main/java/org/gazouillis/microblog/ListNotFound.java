package org.gazouillis.microblog;

import org.gazouillis.kernel.ListId;

/// There is no list of this id that the member may read. Lists of others are as if they did not exist.
public final class ListNotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ListNotFound(ListId list) {
        super("You have no list " + list + ". It may have been removed; your lists are at /timeline/lists.");
    }
}
