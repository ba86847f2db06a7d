package org.gazouillis.report;

import java.time.Instant;
import org.gazouillis.kernel.ReportRunId;
import org.gazouillis.kernel.ReportShareId;
import org.jspecify.annotations.Nullable;

/// A standing link to a run, without its secret, which nobody can tell again.
///
/// @param lastReadAt when somebody last took a file by it; null while nobody has
public record ReportShare(
        ReportShareId id,
        ReportRunId runId,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastReadAt) {}
