package org.gazouillis.web.intake;

/// A form is larger than the server takes.
public final class UploadTooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UploadTooLarge(long limit) {
        super("The file is larger than " + (limit >> 20) + " MiB. Pack it with gzip, or split it.");
    }
}
