package org.gazouillis.intake;

import org.gazouillis.kernel.ImportId;

/// There is no such import, or the member does not see its brand.
public final class ImportNotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ImportNotFound(ImportId id) {
        super("There is no import " + id + " that you can see. List the brand's imports to find its id.");
    }
}
