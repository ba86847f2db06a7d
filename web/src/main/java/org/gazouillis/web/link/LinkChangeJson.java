package org.gazouillis.web.link;

import java.time.OffsetDateTime;
import org.gazouillis.link.LinkChange;
import org.jspecify.annotations.Nullable;

/// What is to be different about a short link; what is missing stays.
///
/// @param expiresAt ISO 8601 with offset, or the empty string for never
/// @param enabled false switches it off
public record LinkChangeJson(
        @Nullable String target,
        @Nullable String expiresAt,
        @Nullable Boolean enabled) {
    LinkChange change() {
        boolean withoutEnd = "".equals(expiresAt);
        return new LinkChange(
                target,
                expiresAt == null || withoutEnd
                        ? null
                        : OffsetDateTime.parse(expiresAt).toInstant(),
                withoutEnd,
                enabled);
    }
}
