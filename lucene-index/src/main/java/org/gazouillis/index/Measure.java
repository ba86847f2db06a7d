package org.gazouillis.index;

/// What is counted live beside a status.
public enum Measure {
    LIKES,
    REPOSTS,
    REPLIES,
    /// How often it was seen, which only those know to whom it belongs.
    IMPRESSIONS
}
