package org.gazouillis.web.intake;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Cells to be written anew, by header name.
public record BulkRowChangeJson(@Nullable Map<String, String> cells) {}
