package org.gazouillis.index;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The index cannot be read or written. Searches should fall back to the database; the feeder rebuilds what is lost.
public final class IndexUnusable extends RuntimeException {

    private final boolean lost;

    public IndexUnusable(Path directory, String what, @Nullable Throwable cause) {
        this(directory.toString(), what, true, cause);
    }

    /// @param place folder or cluster
    /// @param lost whether building it anew can help; a cluster that does not answer has lost nothing
    public IndexUnusable(String place, String what, boolean lost, @Nullable Throwable cause) {
        super("The search index in " + place + " " + what, cause);
        this.lost = lost;
    }

    public boolean isLost() {
        return lost;
    }
}
