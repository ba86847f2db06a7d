package org.gazouillis.link;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is to be different about a short link; null stays as it is.
///
/// @param withoutEnd true lets it live for ever again
/// @param enabled false switches it off: readers are told that it is gone
public record LinkChange(
        @Nullable String target,
        @Nullable Instant expiresAt,
        boolean withoutEnd,
        @Nullable Boolean enabled) {
    public static LinkChange target(String target) {
        return new LinkChange(target, null, false, null);
    }

    public static LinkChange enabled(boolean enabled) {
        return new LinkChange(null, null, false, enabled);
    }
}
