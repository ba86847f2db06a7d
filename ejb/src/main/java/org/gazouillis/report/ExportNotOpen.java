package org.gazouillis.report;

/// What is wished of an export is not possible in its state; the message says what is.
public final class ExportNotOpen extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ExportNotOpen(String message) {
        super(message);
    }
}
