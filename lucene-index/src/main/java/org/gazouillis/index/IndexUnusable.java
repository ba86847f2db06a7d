package org.gazouillis.index;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The index folder cannot be read or written. Searches should fall back to the database; the feeder rebuilds.
public final class IndexUnusable extends RuntimeException {

    public IndexUnusable(Path directory, String what, @Nullable Throwable cause) {
        super("The search index in " + directory + " " + what, cause);
    }
}
