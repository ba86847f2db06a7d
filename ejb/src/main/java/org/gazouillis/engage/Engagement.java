package org.gazouillis.engage;

import java.time.Instant;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.kernel.StatusId;

/// One dated fact: somebody did something with a status or an account of a brand.
///
/// A like taken back is a fact of its own, dated when it happened. Figures count it as minus one, so that a sum over
/// all time equals the count that stands beneath the status, and no closed day ever changes.
public sealed interface Engagement {
    Person by();

    Instant at();

    /// A card of the status was seen, by the rules of [ViewRules].
    record View(StatusId status, Person by, Instant at) implements Engagement {}

    record Like(StatusId status, Person by, Instant at) implements Engagement {}

    record Repost(StatusId status, Person by, Instant at) implements Engagement {}

    /// `status` is the one that was answered.
    record Reply(StatusId status, Person by, Instant at) implements Engagement {}

    record Follow(ProfileId account, Person by, Instant at) implements Engagement {}

    /// The act was taken back at `at`: unliked, the repost or reply removed, unfollowed.
    record Withdrawal(Engagement act, Instant at) implements Engagement {
        public Withdrawal {
            if (act instanceof View || act instanceof Withdrawal) {
                throw new IllegalArgumentException("a " + act.getClass().getSimpleName() + " cannot be taken back");
            }
        }

        @Override
        public Person by() {
            return act.by();
        }
    }
}
