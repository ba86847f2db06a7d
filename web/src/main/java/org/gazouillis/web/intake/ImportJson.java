package org.gazouillis.web.intake;

import java.time.Instant;
import java.util.List;
import org.gazouillis.intake.ImportRun;
import org.jspecify.annotations.Nullable;

/// An import, as far as it has come.
///
/// @param file       name of the file
/// @param state      `RUNNING`, `DONE` or `FAILED`
/// @param format     `x-activity`, `x-content` or `mapped`; left out until it is recognised
/// @param rows       rows read so far: accepted + rejected
/// @param notes      what one should know of how the file was read
/// @param failure    why the file as a whole was not read; left out unless FAILED
/// @param errors     address of the refused rows as CSV
/// @param finishedAt left out while it runs
public record ImportJson(
        String id,
        String brand,
        String file,
        String state,
        @Nullable String format,
        long rows,
        long accepted,
        long rejected,
        List<String> notes,
        @Nullable String failure,
        String errors,
        Instant startedAt,
        @Nullable Instant finishedAt) {
    public ImportJson {
        notes = List.copyOf(notes);
    }

    static ImportJson of(ImportRun run) {
        return new ImportJson(
                run.id().toString(),
                run.brandId().toString(),
                run.fileName(),
                run.state().name(),
                run.format(),
                run.rows(),
                run.accepted(),
                run.rejected(),
                run.notes(),
                run.failure(),
                ImportAddress.errors(run.id()),
                run.startedAt(),
                run.finishedAt());
    }
}
