package org.gazouillis.timeline;

import org.gazouillis.kernel.StatusId;
import org.jspecify.annotations.Nullable;

/// What a status shows beneath its own words. One level deep: of a status that is quoted and itself quotes another,
/// that other is only named.
///
/// @param id the original, never a repost
/// @param gone whether its author took it away
/// @param status null when it is gone, and when it is only named
public record Quoted(StatusId id, boolean gone, @Nullable StatusView status) {}
