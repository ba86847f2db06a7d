package org.gazouillis.index;

/// The order of hits. Among equals the newer one comes first.
public enum Sort {
    /// By creation, latest first. The index lies on disk in this order, so it is the cheap one.
    NEWEST,
    /// By likeness to the words asked for (BM25), the more so the newer a status is and the more it was liked,
    /// reposted and answered. Ordered so are the newest thousand matches and the thousand most alike of all; the
    /// pages behind them hold the rest, newest first.
    RELEVANCE,
    /// By likes, reposts and replies together, as they stand at this moment.
    MOST_ENGAGED
}
