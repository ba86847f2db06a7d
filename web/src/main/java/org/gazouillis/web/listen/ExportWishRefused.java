package org.gazouillis.web.listen;

/// A file that cannot be made as it is wished; the message says why and how to mend it.
public final class ExportWishRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ExportWishRefused(String message) {
        super(message);
    }
}
