package org.gazouillis.engage;

import java.time.Instant;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.kernel.StatusId;
import org.jspecify.annotations.Nullable;

/// One dated fact: somebody did something with a status or an account of a brand.
///
/// A like taken back is a fact of its own, dated when it happened. Figures count it as minus one, so that a sum over
/// all time equals the count that stands beneath the status, and no closed day ever changes.
public sealed interface Engagement {
    Person by();

    Instant at();

    /// What readers' pages tell and nobody can look up again. The same person, status and kind count once within a
    /// while, which [ReportBook] sees to.
    sealed interface Reported extends Engagement {
        StatusId status();

        ReportKind kind();
    }

    /// A card of the status was seen, by the rules of [ViewRules].
    record View(StatusId status, Person by, Instant at) implements Reported {
        @Override
        public ReportKind kind() {
            return ReportKind.VIEW;
        }
    }

    /// Something was opened from a card of the status, by the rules of [OpeningRules].
    record Opening(StatusId status, Opened what, Person by, Instant at) implements Reported {
        @Override
        public ReportKind kind() {
            return what.kind();
        }
    }

    record Like(StatusId status, Person by, Instant at) implements Engagement {}

    record Repost(StatusId status, Person by, Instant at) implements Engagement {}

    /// `status` is the one that was answered.
    record Reply(StatusId status, Person by, Instant at) implements Engagement {}

    /// `status` is the one that was quoted.
    record Quote(StatusId status, Person by, Instant at) implements Engagement {}

    /// Kept for later by one reader, whom nobody else is told.
    record Bookmark(StatusId status, Person by, Instant at) implements Engagement {}

    /// @param from the account's status from which its profile was opened, if it was
    record Follow(ProfileId account, @Nullable StatusId from, Person by, Instant at) implements Engagement {}

    /// A program reported a view or an opening: kept apart, and in no figure but the number of those.
    record Removed(StatusId status, Instant at) implements Engagement {
        @Override
        public Person by() {
            return Person.NOBODY;
        }
    }

    /// The act was taken back at `at`: unliked, the repost, reply or quote removed, unfollowed.
    record Withdrawal(Engagement act, Instant at) implements Engagement {
        public Withdrawal {
            if (act instanceof Reported || act instanceof Removed || act instanceof Withdrawal) {
                throw new IllegalArgumentException("a " + act.getClass().getSimpleName() + " cannot be taken back");
            }
        }

        @Override
        public Person by() {
            return act.by();
        }
    }
}
