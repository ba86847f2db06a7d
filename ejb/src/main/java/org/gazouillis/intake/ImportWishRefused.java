package org.gazouillis.intake;

/// The format or the column mapping that came with a file makes no sense. The message says how to mend it.
public final class ImportWishRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ImportWishRefused(String message) {
        super(message);
    }
}
