package org.gazouillis.web.schedule;

import java.time.Instant;
import java.time.LocalDate;
import org.gazouillis.schedule.Almanac;
import org.jspecify.annotations.Nullable;

/// A file of holidays or own events.
///
/// @param brand     id of its brand; null when it counts for every brand of the workspace
/// @param events    how many occasions it has until `laidOutTo`
public record AlmanacJson(
        String id,
        @Nullable String brand,
        String name,
        String fileName,
        int events,
        LocalDate laidOutTo,
        String member,
        Instant createdAt) {
    static AlmanacJson of(Almanac almanac) {
        return new AlmanacJson(
                almanac.id().toString(),
                almanac.brand() == null ? null : almanac.brand().toString(),
                almanac.name(),
                almanac.fileName(),
                almanac.events(),
                almanac.laidOutTo(),
                almanac.member(),
                almanac.createdAt());
    }
}
