package org.gazouillis.dashboard;

import java.time.Instant;
import java.time.LocalDate;
import org.gazouillis.rollup.Tally;
import org.jspecify.annotations.Nullable;

/// A row of `quarter_bucket` (with `quarter`), of `day_bucket` (with `day`), or a status' total (with the quarter in
/// which it was published).
record BucketRow(
        @Nullable Instant quarter,
        @Nullable LocalDate day,
        Tally tally,
        long follows,
        long unfollows,
        byte @Nullable [] people,
        byte @Nullable [] anonymous,
        byte @Nullable [] engaged) {}
