package org.gazouillis.intake;

/// A file as a whole cannot be imported: wrong kind, no header, too large. The message says how to mend it.
public final class FileNotReadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public FileNotReadable(String message) {
        super(message);
    }

    public FileNotReadable(String message, Throwable cause) {
        super(message, cause);
    }
}
