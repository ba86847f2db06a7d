package org.gazouillis.publish;

import java.util.EnumSet;
import java.util.Set;

/// Where one post stands on one account.
public enum PublicationState {
    /// Its time is to come, or it is known not to be there and will be sent again.
    DUE,
    /// Handed to another network, the answer is not here yet.
    SENDING,
    /// It is there, and we know as what.
    CONFIRMED,
    /// The network will not have it.
    REJECTED,
    /// Handed over, and no answer came; must be looked up, never sent again blindly.
    UNKNOWN,
    /// Looked up in vain: a person must say whether it is there.
    NEEDS_PERSON,
    /// Kept back by a fence, or because it would have been late.
    HELD,
    /// Dropped because it would have been late.
    MISSED,
    CANCELLED;

    /// Those in which the house still works on it.
    static final Set<PublicationState> OPEN = EnumSet.of(DUE, SENDING, UNKNOWN);

    /// Those from which a person may have it sent: surely, or by that person's word, it is not there.
    static final Set<PublicationState> SENDABLE = EnumSet.of(REJECTED, HELD, MISSED, NEEDS_PERSON);

    static String[] names(Set<PublicationState> states) {
        return states.stream().map(Enum::name).toArray(String[]::new);
    }
}
