package org.gazouillis.web.access;

/// A form came in pieces without saying how large it is; forms are held in memory.
public final class BodyWithoutLength extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BodyWithoutLength() {
        super("Say with Content-Length how large the form is, or send it as multipart/form-data.");
    }
}
