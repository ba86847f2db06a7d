package org.gazouillis.bench.netsim;

/// What a network may do with a request that posts.
public enum Behaviour {
    OK,
    /// 429 with `Retry-After`; not stored.
    LIMIT,
    /// 500, not stored.
    FAIL_BEFORE,
    /// Stored, then 500.
    FAIL_AFTER,
    /// No answer, not stored.
    SILENT_BEFORE,
    /// Stored, no answer.
    SILENT_AFTER,
    /// Stored, half of the answer.
    TRUNCATED,
    /// Stored, the answer comes byte by byte and does not end in time.
    DRIP,
    /// Stored, answered after a while.
    SLOW,
    /// Stored twice: a fault of the network.
    TWICE,
    /// 401.
    UNAUTHORISED;

    boolean stores() {
        return this != LIMIT && this != FAIL_BEFORE && this != SILENT_BEFORE && this != UNAUTHORISED;
    }
}
