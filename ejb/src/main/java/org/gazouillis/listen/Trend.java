package org.gazouillis.listen;

import java.time.Instant;

/// A hashtag that more people use than is usual.
///
/// @param tag folded, without `#`
/// @param authors who used it in the last 24 hours, each counted once however often they did
/// @param usual authors a day in the seven days before
public record Trend(String tag, int authors, double usual, Instant computedAt) {}
