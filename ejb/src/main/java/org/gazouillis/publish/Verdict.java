package org.gazouillis.publish;

import java.time.Duration;
import org.gazouillis.network.RemoteImage;
import org.gazouillis.network.RemoteStatus;
import org.jspecify.annotations.Nullable;

/// What follows from a try: the publication's next state and counters, and what it means for its account.
///
/// @param outcome the try's own result, as it is logged
/// @param failure stable word for why it is not there, null when it is or may be
/// @param after when the next try may be made
/// @param pause how long the whole account waits, because the network asked for it
/// @param trouble why the account is of no use any more, null when it is
/// @param image one of its images that was brought there
record Verdict(
        PublicationState state,
        String outcome,
        @Nullable String failure,
        String detail,
        Duration after,
        @Nullable RemoteStatus status,
        int unknowns,
        int absences,
        int looks,
        Duration pause,
        @Nullable String trouble,
        @Nullable RemoteImage image) {
    /// It is there, or this part of it is and the next one is due.
    static Verdict there(RemoteStatus status, Delivery delivery) {
        PublicationState state = delivery.hasNext() ? PublicationState.DUE : PublicationState.CONFIRMED;
        Verdict verdict = of(state, "CONFIRMED", null, "", delivery).with(status);
        return delivery.hasNext() ? verdict.counting(0, 0, 0) : verdict;
    }

    /// Whether a part is there and another follows.
    boolean isStep() {
        return outcome.equals("CONFIRMED") && state == PublicationState.DUE;
    }

    /// Whether the network did not take it for reasons of its own: a day of nothing else, and the account is paused.
    boolean isFailure() {
        return outcome.equals("LATER") || outcome.equals("UNKNOWN") || "gave up".equals(failure);
    }

    static Verdict of(
            PublicationState state, String outcome, @Nullable String failure, String detail, Delivery delivery) {
        return new Verdict(
                state,
                outcome,
                failure,
                detail,
                Duration.ZERO,
                null,
                delivery.unknowns(),
                delivery.absences(),
                delivery.looks(),
                Duration.ZERO,
                null,
                null);
    }

    Verdict with(RemoteImage brought) {
        return new Verdict(
                state, outcome, failure, detail, after, status, unknowns, absences, looks, pause, trouble, brought);
    }

    Verdict with(RemoteStatus there) {
        return new Verdict(
                state, outcome, failure, detail, after, there, unknowns, absences, looks, pause, trouble, image);
    }

    Verdict after(Duration wait) {
        return new Verdict(
                state, outcome, failure, detail, wait, status, unknowns, absences, looks, pause, trouble, image);
    }

    Verdict pausing(Duration account) {
        return new Verdict(
                state, outcome, failure, detail, account, status, unknowns, absences, looks, account, trouble, image);
    }

    Verdict troubling(String accountTrouble) {
        return new Verdict(
                state,
                outcome,
                failure,
                detail,
                after,
                status,
                unknowns,
                absences,
                looks,
                pause,
                accountTrouble,
                image);
    }

    Verdict counting(int sentInVain, int notFound, int looked) {
        return new Verdict(
                state, outcome, failure, detail, after, status, sentInVain, notFound, looked, pause, trouble, image);
    }
}
