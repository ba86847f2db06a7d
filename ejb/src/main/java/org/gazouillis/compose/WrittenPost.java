package org.gazouillis.compose;

import org.gazouillis.kernel.PostId;
import org.jspecify.annotations.Nullable;

/// What became of one order of a batch.
///
/// @param id the post; null when the verdict does not allow one
public record WrittenPost(@Nullable PostId id, PostVerdict verdict) {}
