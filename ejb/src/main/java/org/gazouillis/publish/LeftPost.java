package org.gazouillis.publish;

import java.time.Instant;
import org.gazouillis.kernel.PostId;
import org.gazouillis.kernel.StatusId;
import org.jspecify.annotations.Nullable;

/// A post that went out shortly before a stop.
///
/// @param status its name on the built-in timeline; null when it went to other networks only
public record LeftPost(
        PostId id,
        String brand,
        String text,
        String lang,
        Instant publishedAt,
        @Nullable StatusId status) {}
