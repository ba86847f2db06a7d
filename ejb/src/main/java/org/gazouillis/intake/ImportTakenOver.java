package org.gazouillis.intake;

import org.gazouillis.kernel.TypedId;

/// Another node claimed the run meanwhile, because this one seemed dead. It must stop here; nothing was written.
final class ImportTakenOver extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ImportTakenOver(TypedId id) {
        super("The run " + id + " was taken over by another node.");
    }
}
