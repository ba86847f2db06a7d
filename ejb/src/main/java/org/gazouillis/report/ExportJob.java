package org.gazouillis.report;

import java.time.Instant;
import java.time.ZoneId;
import org.gazouillis.kernel.ExportId;
import org.jspecify.annotations.Nullable;

/// An export that is prepared in the background, as its maker sees it.
///
/// @param zone     of the instants in the file
/// @param rowCount how many rows the file will have; null until they are known
/// @param rows     how many are written
/// @param bytes    how many are written
/// @param sha256   of the file, once it is whole
/// @param dataAsOf every fact up to then is counted, or when the search was asked; null until the rows were read
/// @param definitionVersion by which the columns are counted; null until then, and for what a search finds
/// @param madeBy   name of who asked for it
/// @param expiresAt when its file is removed; of a cancelled one, until when it can be taken up again
public record ExportJob(
        ExportId id,
        ExportWish wish,
        ZoneId zone,
        String fileName,
        ExportState state,
        @Nullable Long rowCount,
        long rows,
        long bytes,
        @Nullable String sha256,
        @Nullable Instant dataAsOf,
        @Nullable String definitionVersion,
        @Nullable ExportFailure failure,
        String madeBy,
        Instant askedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant expiresAt) {
    /// How much is done, 0 to 1.
    public double share() {
        if (state == ExportState.DONE || state == ExportState.EXPIRED) {
            return 1;
        }
        return rowCount == null || rowCount == 0 ? 0 : (double) rows / rowCount;
    }
}
