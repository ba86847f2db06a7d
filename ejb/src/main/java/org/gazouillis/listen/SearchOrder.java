package org.gazouillis.listen;

/// How found statuses are ordered.
public enum SearchOrder {
    /// By creation, latest first.
    NEWEST,
    /// By likeness to the words asked for.
    RELEVANCE
}
