package org.gazouillis.web.report;

import java.time.Instant;
import org.gazouillis.report.ReportShare;
import org.jspecify.annotations.Nullable;

/// A link that shows a run to whoever has it.
///
/// @param url        of the PDF, for people who do not sign in; told once, when the link is made, else left out
/// @param lastReadAt when somebody last took a file by it; left out while nobody has
public record ReportShareJson(
        String id,
        String run,
        @Nullable String url,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastReadAt) {
    static ReportShareJson of(ReportShare share, @Nullable String url) {
        return new ReportShareJson(
                share.id().toString(),
                share.runId().toString(),
                url,
                share.createdAt(),
                share.expiresAt(),
                share.lastReadAt());
    }
}
