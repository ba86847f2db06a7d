package org.gazouillis.rollup;

import org.jspecify.annotations.Nullable;

/// Everything that is known of a period, a bucket or a status: the ground on which [Measure]s stand.
///
/// @param posts how many were published in the period
/// @param audience null where followers cannot be told apart, as within a campaign
public record Totals(
        Tally tally, Crowd crowd, long posts, @Nullable Audience audience) {
    public long reach() {
        return crowd.reached().number();
    }

    public long anonymousReach() {
        return crowd.anonymous().number();
    }
}
