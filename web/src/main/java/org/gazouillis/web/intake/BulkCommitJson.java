package org.gazouillis.web.intake;

import org.jspecify.annotations.Nullable;

/// How to plan.
///
/// @param mode `all-or-nothing` or `row-by-row`
public record BulkCommitJson(@Nullable String mode) {}
