package org.gazouillis.intake;

import java.time.Instant;
import java.util.List;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.ImportId;
import org.jspecify.annotations.Nullable;

/// One reading of one file, as far as it has come.
///
/// @param format   key of the [SourceFormat], `null` until it is recognised
/// @param rows     rows read so far; always accepted + rejected
/// @param notes    what the member should know: encoding, columns as they were read, zone
/// @param failure  why the file as a whole was not read; `null` unless FAILED
public record ImportRun(
        ImportId id,
        BrandId brandId,
        String fileName,
        @Nullable String format,
        ImportState state,
        long rows,
        long accepted,
        long rejected,
        List<String> notes,
        @Nullable String failure,
        Instant startedAt,
        @Nullable Instant finishedAt) {
    public ImportRun {
        notes = List.copyOf(notes);
    }
}
