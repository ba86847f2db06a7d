package org.gazouillis.index;

/// The order of hits.
public enum Sort {
    /// By creation, latest first. The index lies on disk in this order, so it is the cheap one.
    NEWEST,
    /// By likeness to the words asked for, and a little by how much a status was liked.
    RELEVANCE
}
