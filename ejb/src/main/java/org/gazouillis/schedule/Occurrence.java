package org.gazouillis.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.gazouillis.compose.Check;
import org.gazouillis.compose.DueTime;
import org.gazouillis.kernel.PostId;
import org.jspecify.annotations.Nullable;

/// One time at which a series happens, or would.
///
/// @param due when it goes out, with the local time that the rule gave
/// @param remark when the clocks skip that time or show it twice
/// @param skipped why it does not happen: `past`, `day off`, `by hand` or `no such day`; null when it does
/// @param post the post that it became; null while it is none
public record Occurrence(
        DueTime due,
        Optional<Check> remark,
        @Nullable String skipped,
        @Nullable PostId post) {
    public LocalDateTime local() {
        return due.local();
    }

    public Instant at() {
        return due.at();
    }
}
