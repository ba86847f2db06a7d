package org.gazouillis.web.intake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gazouillis.intake.BulkRun;
import org.jspecify.annotations.Nullable;

/// A file of posts, as far as it has come.
///
/// @param state     `READING`, `CHECKING`, `READY`, `PLANNING`, `DONE`, `UNDONE` or `FAILED`
/// @param mode      `preview`, `all-or-nothing` or `row-by-row`
/// @param format    left out until it is recognised
/// @param rows      of the file: ready + refused + planned
/// @param ready     right, and not planned yet
/// @param warned    right or planned, with something worth knowing
/// @param planned   posts written
/// @param cancelled of these, cancelled by undoing the run
/// @param columns   header names
/// @param reads     which column means what
/// @param said      what was said about the file
/// @param errors    address of the errors as CSV
public record BulkJson(
        String id,
        String brand,
        String file,
        String state,
        String mode,
        @Nullable String format,
        int rows,
        int ready,
        int refused,
        int warned,
        int planned,
        int cancelled,
        List<String> columns,
        Map<String, String> reads,
        BulkWishJson said,
        List<String> notes,
        @Nullable String failure,
        String errors,
        Instant startedAt,
        @Nullable Instant finishedAt) {
    public BulkJson {
        columns = List.copyOf(columns);
        reads = Map.copyOf(reads);
        notes = List.copyOf(notes);
    }

    static BulkJson of(BulkRun run) {
        return new BulkJson(
                run.id().toString(),
                run.brandId().toString(),
                run.fileName(),
                run.state().name(),
                run.mode().key(),
                run.format() == null ? null : run.format().key(),
                run.counts().rows(),
                run.counts().ready(),
                run.counts().refused(),
                run.counts().warned(),
                run.counts().planned(),
                run.counts().cancelled(),
                run.columns(),
                run.roles().entrySet().stream()
                        .collect(Collectors.toMap(role -> role.getKey().key(), Map.Entry::getValue)),
                BulkWishJson.of(run.wish()),
                run.notes(),
                run.failure(),
                BulkAddress.errors(run.id()),
                run.startedAt(),
                run.finishedAt());
    }
}
