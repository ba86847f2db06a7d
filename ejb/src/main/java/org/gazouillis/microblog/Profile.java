package org.gazouillis.microblog;

import java.time.Instant;
import org.gazouillis.kernel.ProfileId;

/// Someone on the micro-blog, with figures that may lag behind by a moment.
public record Profile(
        ProfileId id,
        String handle,
        String name,
        String bio,
        String lang,
        Instant createdAt,
        int followers,
        int following,
        int statuses) {}
