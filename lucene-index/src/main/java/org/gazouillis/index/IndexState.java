package org.gazouillis.index;

import org.jspecify.annotations.Nullable;

/// How the index stands, for health checks and for telling searchers what to expect.
///
/// @param documents statuses that searches see
/// @param bytes on disk
/// @param partial the feeder has said that statuses are still missing
/// @param done statuses read so far, while partial
/// @param total statuses to read, while partial
/// @param origin what was found when the folder was opened
/// @param note for an operator: what went wrong at opening and where the remains lie; `null` when all was well
public record IndexState(
        long documents,
        long bytes,
        boolean partial,
        long done,
        long total,
        Origin origin,
        @Nullable String note) {

    /// What the folder held when it was opened.
    public enum Origin {
        /// Nothing, or an index of another version of this software: everything is to be read from the database.
        EMPTY,
        /// A whole index that goes on where it stopped.
        CONTINUED,
        /// A damaged index, which was moved aside: everything is to be read from the database.
        SET_ASIDE
    }
}
