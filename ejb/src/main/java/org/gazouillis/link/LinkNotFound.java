package org.gazouillis.link;

import org.gazouillis.kernel.LinkId;

/// The brand has no such short link, or the member may not know of it: both answer alike.
public final class LinkNotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LinkNotFound(LinkId link) {
        super("There is no short link " + link + ". GET /api/desk/v1/brands/{brand}/links lists them.");
    }
}
