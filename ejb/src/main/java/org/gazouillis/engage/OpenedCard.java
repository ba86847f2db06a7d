package org.gazouillis.engage;

import java.time.Instant;
import org.gazouillis.kernel.StatusId;
import org.jspecify.annotations.Nullable;

/// What a reader's page reports: this was opened from this card, now or at the given time.
public record OpenedCard(
        StatusId status, Opened what, @Nullable Instant at) {}
