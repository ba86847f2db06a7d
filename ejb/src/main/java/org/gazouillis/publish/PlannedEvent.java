package org.gazouillis.publish;

import java.time.Instant;
import org.gazouillis.compose.PostState;
import org.gazouillis.kernel.PostId;
import org.jspecify.annotations.Nullable;

/// A post as calendar programs are told of it.
///
/// @param networks of its accounts, as many as there are different ones
record PlannedEvent(
        PostId id,
        String text,
        PostState state,
        Instant dueAt,
        @Nullable String campaign,
        String[] networks,
        int version,
        Instant createdAt,
        Instant updatedAt) {}
