package org.gazouillis.web.notice;

import org.jspecify.annotations.Nullable;

/// Where a member wants notices sent.
///
/// @param endpoint an `https://` address
public record NewHookJson(@Nullable String endpoint) {}
