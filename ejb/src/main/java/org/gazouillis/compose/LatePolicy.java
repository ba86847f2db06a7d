package org.gazouillis.compose;

/// What becomes of a post that is later than its maximum lateness when the publisher reaches it.
public enum LatePolicy {
    SEND_LATE,
    /// It is kept back as `HELD` and a person decides.
    HOLD,
    /// It becomes `MISSED`.
    DROP
}
