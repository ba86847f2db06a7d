package org.gazouillis.publish;

import org.gazouillis.kernel.PublicationId;

/// There is no such publication that the member may see.
public final class PublicationNotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PublicationNotFound(PublicationId id) {
        super("There is no publication " + id + ". GET /api/desk/v1/posts/{id}/receipt lists those of a post.");
    }
}
