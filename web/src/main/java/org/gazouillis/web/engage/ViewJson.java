package org.gazouillis.web.engage;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.gazouillis.engage.Report;
import org.gazouillis.kernel.MalformedId;
import org.gazouillis.kernel.StatusId;
import org.jspecify.annotations.Nullable;

/// A card that was seen: the status' id, and when (now if left out).
public record ViewJson(@Nullable String status, @Nullable OffsetDateTime at) {
    /// Empty when the id cannot be one: such a view is ignored like one of an unknown status.
    Optional<Report> report() {
        try {
            return status == null
                    ? Optional.empty()
                    : Optional.of(Report.seen(StatusId.parse(status), at == null ? null : at.toInstant()));
        } catch (MalformedId unknown) {
            return Optional.empty();
        }
    }
}
