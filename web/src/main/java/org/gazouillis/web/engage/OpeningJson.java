package org.gazouillis.web.engage;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.gazouillis.engage.Opened;
import org.gazouillis.engage.Report;
import org.gazouillis.kernel.MalformedId;
import org.gazouillis.kernel.StatusId;
import org.jspecify.annotations.Nullable;

/// What was opened from a card: the status' id; `profile`, `hashtag`, `detail` or `media`; and when (now if left out).
public record OpeningJson(
        @Nullable String status,
        @Nullable String what,
        @Nullable OffsetDateTime at) {
    /// Empty when there can be no such status or nothing of the kind to open: it is ignored like one of an unknown
    /// status.
    Optional<Report> report() {
        if (status == null) {
            return Optional.empty();
        }
        try {
            StatusId id = StatusId.parse(status);
            return Opened.named(what).map(kind -> Report.opened(id, kind, at == null ? null : at.toInstant()));
        } catch (MalformedId unknown) {
            return Optional.empty();
        }
    }
}
