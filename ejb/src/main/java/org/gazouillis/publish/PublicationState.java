package org.gazouillis.publish;

/// Where one post stands on one account.
public enum PublicationState {
    /// Its time is to come.
    DUE,
    /// Handed to another network, the answer is not here yet.
    SENDING,
    /// It is there, and we know as what.
    CONFIRMED,
    REJECTED,
    /// Handed over, and no answer came; must be looked up, never sent again blindly.
    UNKNOWN,
    CANCELLED
}
