package org.gazouillis.engage;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// A report of a brand's status, which counts when its window is free.
///
/// @param at in microseconds since the epoch
record ReportFact(StatusHome home, ReportKind kind, Person by, long at) {
    static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    long who() {
        return CountedTimes.who(by, kind);
    }

    /// Every report of the same that counted before leaves its window to this one.
    long freeFrom() {
        return at - kind.oncePerMicros();
    }
}
