package org.gazouillis.index;

import java.io.IOException;
import java.nio.file.Path;
import org.gazouillis.index.IndexState.Origin;
import org.gazouillis.index.analysis.PostText;
import org.gazouillis.index.column.Columns;
import org.gazouillis.index.write.DamagedIndex;
import org.gazouillis.index.write.Generation;
import org.gazouillis.index.write.IndexFolder;
import org.jspecify.annotations.Nullable;

/// What a folder had to offer when it was opened: its own index, or an empty one in its place.
///
/// @param note what happened to a damaged index; null when nothing did
record Opening(Generation serving, Origin origin, @Nullable String note) {
    static Opening of(IndexFolder folder, PostText analyzer, int ramBufferMegabytes, Columns columns)
            throws IOException {
        Opening opening = found(folder, analyzer, ramBufferMegabytes, columns);
        if (opening.origin != Origin.CONTINUED) {
            folder.pointTo(opening.serving.path());
        }
        folder.sweep(opening.serving.path());
        return opening;
    }

    private static Opening found(IndexFolder folder, PostText analyzer, int ramBufferMegabytes, Columns columns)
            throws IOException {
        Path path = folder.current().orElse(null);
        if (path == null) {
            return new Opening(
                    Generation.open(folder.fresh(), analyzer, ramBufferMegabytes, columns), Origin.EMPTY, null);
        }
        try {
            return new Opening(Generation.open(path, analyzer, ramBufferMegabytes, columns), Origin.CONTINUED, null);
        } catch (DamagedIndex damaged) {
            String note =
                    "The index was damaged (" + damaged.getMessage() + ") and lies now in " + folder.setAside(path);
            return new Opening(
                    Generation.open(folder.fresh(), analyzer, ramBufferMegabytes, columns), Origin.SET_ASIDE, note);
        }
    }
}
