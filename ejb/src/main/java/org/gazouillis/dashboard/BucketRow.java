package org.gazouillis.dashboard;

import java.time.Instant;
import java.time.LocalDate;
import org.gazouillis.rollup.Tally;
import org.jspecify.annotations.Nullable;

/// A row of `quarter_bucket` (with `quarter`) or `day_bucket` (with `day`).
record BucketRow(
        @Nullable Instant quarter,
        @Nullable LocalDate day,
        long views,
        long anonymousViews,
        long likes,
        long reposts,
        long replies,
        long clicks,
        long follows,
        long unfollows,
        byte @Nullable [] people,
        byte @Nullable [] anonymous) {
    Tally tally() {
        return new Tally(views, anonymousViews, likes, reposts, replies, clicks);
    }
}
