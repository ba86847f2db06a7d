package org.gazouillis.engage;

import java.time.Instant;
import org.gazouillis.kernel.StatusId;
import org.jspecify.annotations.Nullable;

/// What a reader's page reports: this card was seen, now or at the given time.
public record Sighting(StatusId status, @Nullable Instant at) {}
