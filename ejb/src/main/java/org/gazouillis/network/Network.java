package org.gazouillis.network;

/// What a network is and what the publisher must know of it.
///
/// @param key stable word, as in `social_account.network`
/// @param name for people
/// @param takesKey whether it recognises a repeated request by its key, at least for some time
/// @param stepwise whether images and the later parts of a thread are brought there one after the other; elsewhere
///     one request has all
public record Network(
        String key,
        String name,
        TextLimits limits,
        RateBudget budget,
        boolean takesKey,
        Recovery recovery,
        boolean stepwise) {
    /// What to do when a request went out and no answer came.
    public enum Recovery {
        /// Read back whether it is there, and never send again before it is known that it is not.
        LOOK_UP,
        /// Send it again with the same key: the receiver promises to tell repetitions by it.
        REPEAT
    }
}
