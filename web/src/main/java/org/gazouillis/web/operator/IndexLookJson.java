package org.gazouillis.web.operator;

import java.time.Instant;
import org.gazouillis.listen.IndexLook;
import org.jspecify.annotations.Nullable;

/// How the search index stands.
///
/// @param bytes on disk; in a cluster with all replicas
/// @param partial whether statuses are missing: then `done` of `total` can be found
/// @param origin `EMPTY`, `CONTINUED` or `SET_ASIDE`: how it was found when the server began
/// @param note what was wrong with it then; empty when nothing was
/// @param layout version of the fields
/// @param segments parts that are searched one after the other
/// @param deleted statuses still on disk although they were replaced or taken out
/// @param merging segments that are being joined at this moment
/// @param committedAt when the last commit was written; left out when there is none
/// @param committed transaction of the database up to which that commit reaches
/// @param database transaction up to which the database has decided
/// @param waiting changes that the index has not heard of yet, 100000 at most
/// @param waitingSince when the oldest of them happened; left out when there is none
/// @param rebuilding whether this node is building it anew
/// @param rebuiltAt when that was last done since the server began; left out when it was not
/// @param behindSince since when it cannot be brought up to date; left out while it can
/// @param trouble why; empty while it can
public record IndexLookJson(
        long documents,
        long bytes,
        boolean partial,
        long done,
        long total,
        String origin,
        String note,
        int layout,
        int segments,
        long deleted,
        int merging,
        @Nullable Instant committedAt,
        long committed,
        long database,
        long waiting,
        @Nullable Instant waitingSince,
        boolean rebuilding,
        @Nullable Instant rebuiltAt,
        @Nullable Instant behindSince,
        String trouble) {
    static IndexLookJson of(IndexLook look) {
        IndexLook.Disk disk = look.disk();
        IndexLook.Feeding feeding = look.feeding();
        return new IndexLookJson(
                look.documents(),
                look.bytes(),
                look.partial(),
                look.done(),
                look.total(),
                look.origin(),
                look.note(),
                disk.layout(),
                disk.segments(),
                disk.deleted(),
                disk.merging(),
                disk.committedAt(),
                feeding.committed(),
                feeding.database(),
                feeding.waiting(),
                feeding.waitingSince(),
                feeding.rebuilding(),
                feeding.rebuiltAt(),
                feeding.behindSince(),
                feeding.trouble());
    }
}
