package org.gazouillis.web.notice;

import java.time.Instant;
import org.gazouillis.notice.Notice;
import org.jspecify.annotations.Nullable;

/// Something that happened.
///
/// @param kind `FAILED`, `MISSED`, `HELD`, `EXPIRED`, `WAITS`, `STOPPED`, `RELEASED`, `MOVED`, `DEAD_LINK`, `MATCHED`,
/// `SPIKED`, `UNMAILED`, `EXPORTED` or `UNEXPORTED`
/// @param brand null when it concerns the workspace
/// @param alert the alert that saw them, when the notice is about one
/// @param search name of the search that it watches
/// @param export the export in the background, when the notice is about one
/// @param file   name of its file
/// @param posts how many posts (or accounts, or stops) it is about: those of one minute are one notice
public record NoticeJson(
        String id,
        String kind,
        @Nullable String brand,
        int posts,
        Instant at,
        boolean read,
        @Nullable String alert,
        @Nullable String search,
        @Nullable String export,
        @Nullable String file) {
    static NoticeJson of(Notice notice) {
        return new NoticeJson(
                notice.id().toString(),
                notice.kind().name(),
                notice.brandId() == null ? null : notice.brandId().toString(),
                notice.posts(),
                notice.openedAt(),
                notice.read(),
                notice.alert(),
                notice.search(),
                notice.export(),
                notice.file());
    }
}
