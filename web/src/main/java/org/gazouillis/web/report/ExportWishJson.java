package org.gazouillis.web.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An export to be prepared in the background. What is left out is as in the export that is sent at once.
///
/// @param brand     id or handle
/// @param from      first day, in the brand's zone, or an instant
/// @param to        last day, included, or an instant that is not
/// @param format    `csv`, `xlsx`, `jsonl`, `x-activity`, `x-activity-2015`
/// @param columns   keys in the order of the file; all when none is named
/// @param separator `comma`, `semicolon` or `tab`
public record ExportWishJson(
        @Nullable String brand,
        @Nullable String from,
        @Nullable String to,
        @Nullable String format,
        @Nullable List<String> columns,
        @Nullable String separator,
        @Nullable Boolean bom,
        @Nullable Boolean gzip,
        @Nullable Boolean guard) {}
