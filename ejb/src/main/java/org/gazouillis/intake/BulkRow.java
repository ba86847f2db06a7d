package org.gazouillis.intake;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.gazouillis.kernel.PostId;
import org.jspecify.annotations.Nullable;

/// One row of a file of posts.
///
/// @param row      its number, from 1
/// @param line     physical line on which it begins in the file
/// @param cells    as the file, or who mended them, wrote them
/// @param faults   errors and warnings
/// @param text     what will be said; null when it cannot be told
/// @param dueAt    when; null when it cannot be told
/// @param localAt  the same on the wall clock of `zone`
/// @param accounts `network:handle` of each account it goes to
/// @param campaign name; null for none
/// @param post     what it became; null while it is not planned
public record BulkRow(
        int row,
        int line,
        List<String> cells,
        BulkVerdict verdict,
        List<BulkFault> faults,
        @Nullable String text,
        @Nullable Instant dueAt,
        @Nullable LocalDateTime localAt,
        @Nullable String zone,
        List<String> accounts,
        @Nullable String campaign,
        @Nullable PostId post) {
    public BulkRow {
        cells = List.copyOf(cells);
        faults = List.copyOf(faults);
        accounts = List.copyOf(accounts);
    }
}
