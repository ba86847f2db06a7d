package org.gazouillis.listen;

import java.time.Instant;
import java.util.Optional;
import org.gazouillis.index.IndexFiles;
import org.gazouillis.index.IndexState;
import org.jspecify.annotations.Nullable;

/// How this node's search index stands, or the one that all nodes share.
///
/// @param documents statuses that can be found
/// @param bytes on disk; in a cluster with all replicas
/// @param partial whether statuses are missing: then `done` of `total` can be found
/// @param origin how it was found when it was opened
/// @param note what was wrong with it then; empty when nothing was
public record IndexLook(
        long documents,
        long bytes,
        boolean partial,
        long done,
        long total,
        String origin,
        String note,
        Disk disk,
        Feeding feeding) {

    /// @param layout version of the fields
    /// @param segments parts that are searched one after the other
    /// @param deleted statuses still on disk although they were replaced or taken out
    /// @param merging segments that are being joined at this moment
    /// @param committedAt when the last commit was written; null when there is none
    public record Disk(
            int layout,
            int segments,
            long deleted,
            int merging,
            @Nullable Instant committedAt) {
        static Disk of(IndexFiles files) {
            return new Disk(files.layout(), files.segments(), files.deleted(), files.merging(), files.committedAt());
        }
    }

    /// How the index follows the database.
    ///
    /// @param committed transaction up to which the last commit reaches; 0 when there is none
    /// @param database transaction up to which the database has decided
    /// @param waiting changes that the index has not heard of yet, at most [OutboxTail#MOST_WAITING]
    /// @param waitingSince when the oldest of them happened; null when there is none
    /// @param rebuilding whether this node is building it anew beside itself, or about to
    /// @param rebuiltAt when it was last read anew from the database since the server began; null when it was not
    /// @param behindSince since when it cannot be brought up to date; null while it can
    /// @param trouble why; empty while it can
    public record Feeding(
            long committed,
            long database,
            long waiting,
            @Nullable Instant waitingSince,
            boolean rebuilding,
            @Nullable Instant rebuiltAt,
            @Nullable Instant behindSince,
            String trouble) {}

    static IndexLook of(IndexState state, IndexFiles files, Feeding feeding) {
        return new IndexLook(
                state.documents(),
                state.bytes(),
                state.partial(),
                state.done(),
                state.total(),
                state.origin().name(),
                Optional.ofNullable(state.note()).orElse(""),
                Disk.of(files),
                feeding);
    }
}
