package org.gazouillis.web.intake;

/// A form for an import came without its file.
public final class FileMissing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FileMissing() {
        super("No file came with the form. Send it as the part 'file' of multipart/form-data, with a file name.");
    }
}
