package org.gazouillis.web.report;

import org.jspecify.annotations.Nullable;

/// For which days a report shall run.
///
/// @param from first day in the brand's zone, `2026-11-16`
/// @param to   last day, included
public record ReportRunWishJson(
        @Nullable String from, @Nullable String to) {}
