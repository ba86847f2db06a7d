package org.gazouillis.index;

/// What is counted live beside a status.
public enum Measure {
    LIKES,
    REPOSTS,
    REPLIES
}
