package org.gazouillis.web.listen;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Saved searches to be put side by side.
///
/// @param searches their ids, from left to right; at most twelve
public record ColumnsJson(@Nullable List<String> searches) {}
