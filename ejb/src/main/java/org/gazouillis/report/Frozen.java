package org.gazouillis.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Rows that were read or begun to be, and what goes with them.
///
/// @param names   of what the rows do not hold themselves, as JSON; null when there is nothing
/// @param asOf    every fact up to then is counted
/// @param version by which they are counted; null when they are not
/// @param count   number of rows
record Frozen(
        @Nullable String names, Instant asOf, @Nullable String version, long count) {}
