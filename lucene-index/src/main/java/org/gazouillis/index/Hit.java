package org.gazouillis.index;

import java.time.Instant;

/// One status found.
///
/// @param createdAt to the millisecond
/// @param score the higher the more alike, or likes, reposts and replies together; 0 when sorted by [Sort#NEWEST]
public record Hit(long id, Instant createdAt, float score) {}
