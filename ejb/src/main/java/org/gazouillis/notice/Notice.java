package org.gazouillis.notice;

import java.time.Instant;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.NoticeId;
import org.jspecify.annotations.Nullable;

/// One thing that happened, as a member reads it.
///
/// @param brand the brand's handle; null when it concerns the workspace
/// @param posts how many posts (or stops, or accounts) it is about
/// @param topic id of the alert that saw them; null when it is about something else
/// @param label name of the search that was watched, with a topic
public record Notice(
        NoticeId id,
        NoticeKind kind,
        @Nullable BrandId brandId,
        @Nullable String brand,
        int posts,
        Instant openedAt,
        boolean read,
        @Nullable Long topic,
        @Nullable String label) {
    /// The page where something can be done about it.
    public String page() {
        String of = brand == null ? "" : "?brand=" + brand;
        return switch (kind) {
            case FAILED, EXPIRED, WAITS, DEAD_LINK -> "/publish/queue" + of;
            case MISSED, HELD, RELEASED -> "/publish/triage" + of;
            case MOVED -> "/schedule/moves" + of;
            case STOPPED -> "/publish/stop" + of;
            case UNMAILED -> "/report/reports" + of;
            case MATCHED, SPIKED -> "/listen/alerts" + (topic == null ? "" : "?alert=" + topic);
        };
    }
}
