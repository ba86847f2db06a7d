package org.gazouillis.publish;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A standing link to a brand's plan, without its secret, which nobody can tell again.
///
/// @param lastReadAt when a calendar program last asked for it; null while none has
public record CalendarFeed(Instant createdAt, @Nullable Instant lastReadAt) {}
