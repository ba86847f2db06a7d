package org.gazouillis.notice;

import java.time.Instant;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.NoticeId;
import org.jspecify.annotations.Nullable;

/// One thing that happened, as a member reads it.
///
/// @param brand the brand's handle; null when it concerns the workspace
/// @param posts how many posts (or stops, or accounts) it is about
/// @param topic id of the alert that saw them, or of the export; null when it is about something else
/// @param label name of the search that was watched, or of the file, with a topic
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
    /// Id of the alert that it is about; null when it is about something else.
    public @Nullable String alert() {
        return isOfExport() || topic == null ? null : topic.toString();
    }

    /// Name of the search that the alert watches.
    public @Nullable String search() {
        return isOfExport() ? null : label;
    }

    /// Id of the export that it is about; null when it is about something else.
    public @Nullable String export() {
        return isOfExport() && topic != null ? topic.toString() : null;
    }

    /// Name of the export's file.
    public @Nullable String file() {
        return isOfExport() ? label : null;
    }

    private boolean isOfExport() {
        return kind == NoticeKind.EXPORTED || kind == NoticeKind.UNEXPORTED;
    }

    /// The page where something can be done about it.
    public String page() {
        String of = brand == null ? "" : "?brand=" + brand;
        return switch (kind) {
            case FAILED, EXPIRED, WAITS, DEAD_LINK -> "/publish/queue" + of;
            case MISSED, HELD, RELEASED -> "/publish/triage" + of;
            case MOVED -> "/schedule/moves" + of;
            case STOPPED -> "/publish/stop" + of;
            case UNMAILED -> "/report/reports" + of;
            case EXPORTED, UNEXPORTED -> "/report/export" + of + "#mine";
            case MATCHED, SPIKED -> "/listen/alerts" + (topic == null ? "" : "?alert=" + topic);
        };
    }
}
