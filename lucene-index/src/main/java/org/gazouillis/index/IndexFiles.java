package org.gazouillis.index;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How the index lies on disk, for whoever runs the server. In a cluster all shards are taken together, without their
/// replicas.
///
/// @param layout version of the fields; another version of the program with another layout builds the index anew
/// @param segments parts that are searched one after the other
/// @param deleted documents that are still on disk although they were replaced or taken out; a cluster counts its
/// notes of deletions among them
/// @param merging segments that are being joined at this moment
/// @param committedAt when the last commit was written, by the clock of whoever keeps the disk; null when there is
/// none
public record IndexFiles(
        int layout,
        int segments,
        long deleted,
        int merging,
        @Nullable Instant committedAt) {}
