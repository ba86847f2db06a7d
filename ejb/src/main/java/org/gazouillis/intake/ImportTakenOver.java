package org.gazouillis.intake;

import org.gazouillis.kernel.ImportId;

/// Another node claimed the run meanwhile, because this one seemed dead. It must stop here; nothing was written.
final class ImportTakenOver extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ImportTakenOver(ImportId id) {
        super("Import " + id + " was taken over by another node.");
    }
}
