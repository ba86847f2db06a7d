package org.gazouillis.compose;

/// Which instant a local time means when it comes twice, as in the night when the clocks go back.
public enum GapRule {
    /// The first of the two: summer time is still on.
    EARLIER_OFFSET,
    /// The second of the two.
    LATER_OFFSET,
    /// Not asked: an instant was given, and it stays when a government changes its clocks.
    EXACT
}
