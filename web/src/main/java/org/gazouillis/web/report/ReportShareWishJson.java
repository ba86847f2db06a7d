package org.gazouillis.web.report;

import org.jspecify.annotations.Nullable;

/// How long a link shall stand.
///
/// @param days 1 to 90; 30 when left out
public record ReportShareWishJson(@Nullable Integer days) {}
