package org.gazouillis.intake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.BulkId;
import org.jspecify.annotations.Nullable;

/// One file of posts, as far as it has come.
///
/// @param wish    what was said about the file
/// @param format  null until it is recognised
/// @param columns header names, in the order of a row's cells
/// @param roles   which column means what
/// @param counts  its rows
/// @param notes   what one should know of how the file was read
/// @param failure why the file could not be read, or why nothing was planned; null otherwise
public record BulkRun(
        BulkId id,
        BrandId brandId,
        String fileName,
        BulkMode mode,
        BulkState state,
        BulkWish wish,
        @Nullable BulkFormat format,
        List<String> columns,
        Map<BulkRole, String> roles,
        Counts counts,
        List<String> notes,
        @Nullable String failure,
        Instant startedAt,
        @Nullable Instant finishedAt) {
    public BulkRun {
        columns = List.copyOf(columns);
        roles = Map.copyOf(roles);
        notes = List.copyOf(notes);
    }

    /// @param rows      of the file; always ready + refused + planned once they are looked at
    /// @param ready     right, and not planned yet
    /// @param refused   wrong
    /// @param warned    right or planned, with something worth knowing
    /// @param planned   posts written
    /// @param cancelled of these, cancelled by undoing the run
    public record Counts(int rows, int ready, int refused, int warned, int planned, int cancelled) {}
}
