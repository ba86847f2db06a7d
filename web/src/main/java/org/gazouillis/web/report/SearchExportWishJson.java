package org.gazouillis.web.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that a search finds, to be prepared in the background. What is left out is as in the export that is sent
/// at once.
///
/// @param q         in the language of `docs/search.md`; empty or left out for everything
/// @param brand     id or handle of the one brand whose statuses are wanted
/// @param sort      `newest`, `relevance` or `engaged`
/// @param format    `csv`, `xlsx` or `jsonl`
/// @param columns   keys in the order of the file; all when none is named
/// @param separator `comma`, `semicolon` or `tab`
public record SearchExportWishJson(
        @Nullable String q,
        @Nullable String brand,
        @Nullable String sort,
        @Nullable String format,
        @Nullable List<String> columns,
        @Nullable String separator,
        @Nullable Boolean bom) {}
