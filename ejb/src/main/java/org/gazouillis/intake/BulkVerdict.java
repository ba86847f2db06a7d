package org.gazouillis.intake;

/// What a row came to.
public enum BulkVerdict {
    /// It can be planned as it is.
    RIGHT,
    /// It cannot; its faults say why.
    WRONG,
    /// It became a post.
    PLANNED
}
