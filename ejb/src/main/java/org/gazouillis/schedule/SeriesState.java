package org.gazouillis.schedule;

/// Whether a series still makes posts.
public enum SeriesState {
    ACTIVE,
    /// For a while it makes none; the posts that it had made are cancelled and come back when it goes on.
    PAUSED,
    /// It makes none any more.
    ENDED
}
