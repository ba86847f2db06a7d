package org.gazouillis.compose;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// Where a post stands. The database refuses any word that is not here.
public enum PostState {
    /// Being written; has no time yet.
    DRAFT,
    /// Laid before somebody who must approve it.
    IN_REVIEW,
    /// Approved, without a time.
    APPROVED,
    /// Goes out by itself at its time.
    SCHEDULED,
    /// Its time has come and it is on its way: on some account outside it is not settled yet, or a person must say
    /// whether it is there.
    CLAIMED,
    /// Out, on one account at least; `failure` says when it is not out on all.
    PUBLISHED,
    /// Could not go out; `failure` says why.
    FAILED,
    /// Its time passed while nobody could publish, and it was not to be sent late.
    MISSED,
    /// Kept back, by a fence or because it would have been late; waits for a person.
    HELD,
    /// Will not go out.
    CANCELLED;

    private static final Map<PostState, Set<PostState>> NEXT = Map.of(
            DRAFT, EnumSet.of(IN_REVIEW, SCHEDULED, CANCELLED),
            IN_REVIEW, EnumSet.of(DRAFT, APPROVED, CANCELLED),
            APPROVED, EnumSet.of(DRAFT, SCHEDULED, CANCELLED),
            SCHEDULED, EnumSet.of(DRAFT, IN_REVIEW, SCHEDULED, CLAIMED, PUBLISHED, FAILED, MISSED, HELD, CANCELLED),
            CLAIMED, EnumSet.of(PUBLISHED, FAILED, MISSED, HELD),
            PUBLISHED, EnumSet.noneOf(PostState.class),
            FAILED, EnumSet.of(DRAFT, SCHEDULED, CANCELLED),
            MISSED, EnumSet.of(DRAFT, SCHEDULED, CANCELLED),
            HELD, EnumSet.of(DRAFT, SCHEDULED, CANCELLED),
            CANCELLED, EnumSet.of(DRAFT, SCHEDULED));

    public boolean canBecome(PostState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /// Whether text, accounts and time may still be changed.
    public boolean isEditable() {
        return this != CLAIMED && this != PUBLISHED;
    }
}
