package org.gazouillis.web.intake;

import org.jspecify.annotations.Nullable;

/// Another text for every cell of a column that holds this one.
public record BulkReplaceJson(
        @Nullable String column,
        @Nullable String from,
        @Nullable String to) {}
