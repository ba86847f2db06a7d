package org.gazouillis.web.schedule;

import java.time.Instant;
import org.gazouillis.schedule.TimeMove;

/// A planned post that a change of time-zone data moved; its local time stayed.
///
/// @param tzdata version of the data that moved it
public record TimeMoveJson(
        String post, String local, String zone, Instant from, Instant to, String tzdata, Instant movedAt) {
    static TimeMoveJson of(TimeMove move) {
        return new TimeMoveJson(
                move.post().toString(),
                move.localAt().toString(),
                move.zone().getId(),
                move.oldAt(),
                move.newAt(),
                move.version(),
                move.movedAt());
    }
}
