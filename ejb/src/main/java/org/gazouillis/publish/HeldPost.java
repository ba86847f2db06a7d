package org.gazouillis.publish;

import java.time.Instant;
import java.time.ZoneId;
import org.gazouillis.compose.PostState;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.PostId;
import org.jspecify.annotations.Nullable;

/// A post that waits for a person: send it, give it another time, or drop it.
///
/// @param reason `fence`, `quiet`, `paused`, `disconnected` or `late`
/// @param stopped whether a stop still stands over it, so that it cannot be sent yet
public record HeldPost(
        PostId id,
        BrandId brandId,
        String brand,
        String author,
        @Nullable String campaign,
        String text,
        String lang,
        PostState state,
        String reason,
        Instant dueAt,
        ZoneId zone,
        boolean stopped) {}
