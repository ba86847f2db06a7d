package org.gazouillis.index;

import java.time.Instant;

/// One bar of a histogram.
///
/// @param from its beginning; it reaches to the beginning of the next quarter, hour, day or week
/// @param count exact, never 0: empty bars are left out
public record Bar(Instant from, long count) {}
