package org.gazouillis.schedule;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.gazouillis.compose.PostState;
import org.gazouillis.kernel.AccountId;
import org.jspecify.annotations.Nullable;

/// Which posts of a campaign are meant.
///
/// @param states some of those that are still to go out and that no fence holds
/// @param from first local day; null for all before
/// @param to last local day; null for all after
/// @param account only posts on it; null for any
/// @throws ShiftNotPlausible when a state is none of those, or the days are in the wrong order
public record PostChoice(
        Set<PostState> states,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable AccountId account) {
    /// What was held, missed, refused, taken or published is for a person to decide about, post by post.
    public static final Set<PostState> OPEN =
            Set.of(PostState.DRAFT, PostState.IN_REVIEW, PostState.APPROVED, PostState.SCHEDULED);
    /// All that goes out, drafts included.
    public static final PostChoice ALL = new PostChoice(OPEN, null, null, null);

    public PostChoice {
        states = states.isEmpty() ? OPEN : EnumSet.copyOf(states);
        if (!OPEN.containsAll(states)) {
            throw new ShiftNotPlausible("Only posts that are DRAFT, IN_REVIEW, APPROVED or SCHEDULED are moved or "
                    + "cancelled together; what was held, missed or refused is decided post by post.");
        }
        if (from != null && to != null && to.isBefore(from)) {
            throw new ShiftNotPlausible("The last day " + to + " lies before the first, " + from + ".");
        }
    }
}
