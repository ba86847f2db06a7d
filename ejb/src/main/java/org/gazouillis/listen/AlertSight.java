package org.gazouillis.listen;

import java.time.Instant;

/// A status that an alert has seen.
public record AlertSight(FoundStatus status, Instant seenAt) {}
