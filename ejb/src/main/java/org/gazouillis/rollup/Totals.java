package org.gazouillis.rollup;

import org.jspecify.annotations.Nullable;

/// Everything that is known of a period, a bucket or a status: the ground on which [Measure]s stand.
///
/// @param audience null where followers cannot be told apart, as within a campaign
public record Totals(
        Tally tally,
        long reach,
        long anonymousReach,
        long posts,
        @Nullable Audience audience) {}
