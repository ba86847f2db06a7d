package org.gazouillis.schedule;

import java.time.Instant;
import java.time.LocalDate;
import org.gazouillis.kernel.AlmanacId;
import org.gazouillis.kernel.BrandId;
import org.jspecify.annotations.Nullable;

/// A file of holidays or own events, as lists show it.
///
/// @param brand     null when it counts for every brand of the workspace
/// @param events    how many occurrences it has until `laidOutTo`
public record Almanac(
        AlmanacId id,
        @Nullable BrandId brand,
        String name,
        String fileName,
        int events,
        LocalDate laidOutTo,
        String member,
        Instant createdAt) {}
