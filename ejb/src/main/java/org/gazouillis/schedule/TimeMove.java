package org.gazouillis.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.gazouillis.kernel.PostId;

/// A planned post whose instant changed because the clocks of its zone will, while its local time stayed.
///
/// @param version of the time-zone data that moved it
public record TimeMove(
        PostId post,
        String text,
        ZoneId zone,
        LocalDateTime localAt,
        Instant oldAt,
        Instant newAt,
        String version,
        Instant movedAt) {}
