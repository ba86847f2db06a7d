package org.gazouillis.listen;

import java.time.Instant;

/// An hour with many more posts than is usual at that hour of the week.
///
/// @param hour where it begins
/// @param posts what was counted, up to when it was noticed
/// @param baseline the usual count: the median of the same hour in the eight weeks before
/// @param spread how far such hours usually lie from it, comparable to a standard deviation
/// @param threshold from which on a count is unusual
public record Spike(Instant hour, int posts, double baseline, double spread, double threshold) {}
