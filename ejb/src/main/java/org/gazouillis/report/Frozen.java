package org.gazouillis.report;

import java.time.Instant;

/// Rows that are written down, and what goes with them.
///
/// @param asOf  every fact up to then is counted
/// @param count number of rows
record Frozen(EngagementNames names, Instant asOf, long count) {}
