package org.gazouillis.listen;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.gazouillis.index.IndexSettings;
import org.gazouillis.index.OpenSearchSettings;
import org.gazouillis.index.StatusIndex;

/// Where the search index lies.
///
/// @param name the folder, or the name of the index in its cluster, by which nodes know that they share it
/// @param opening opens the index there
/// @param shared whether all nodes search the same one, so that only one of them may feed it
public record IndexPlace(String name, Supplier<StatusIndex> opening, boolean shared) {

    /// An index of this node's own.
    public static IndexPlace folder(Path folder) {
        return new IndexPlace(folder.toString(), () -> StatusIndex.open(folder, IndexSettings.standard()), false);
    }

    /// One for all nodes.
    public static IndexPlace cluster(OpenSearchSettings cluster) {
        return new IndexPlace(cluster.name(), () -> StatusIndex.connect(cluster, IndexSettings.standard()), true);
    }
}
