package org.gazouillis.engage;

import java.time.Instant;
import org.gazouillis.kernel.StatusId;
import org.jspecify.annotations.Nullable;

/// What a reader's page tells of a card: that it was seen, or that something was opened from it.
///
/// @param at when; now if it is left out
public record Report(
        StatusId status, ReportKind kind, @Nullable Instant at) {
    public static Report seen(StatusId status, @Nullable Instant at) {
        return new Report(status, ReportKind.VIEW, at);
    }

    public static Report opened(StatusId status, Opened what, @Nullable Instant at) {
        return new Report(status, what.kind(), at);
    }
}
