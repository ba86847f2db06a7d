package org.gazouillis.publish;

import java.time.Duration;
import java.util.List;
import org.gazouillis.network.Network;
import org.gazouillis.network.NetworkRejected;
import org.gazouillis.network.RemoteImage;
import org.gazouillis.network.RemoteStatus;

/// Decides what follows from a try. Nothing is sent again unless it is known not to be there: the network said so, or
/// two look-ups with time between them saw everything and did not see it.
record Judgement(Patience patience) {
    /// Sendings of one publication, whatever came of them.
    static final int MOST_ATTEMPTS = 12;
    /// Sendings without an answer.
    static final int MOST_UNKNOWN = 3;
    /// Look-ups after one sending.
    static final int MOST_LOOKS = 6;
    /// Look-ups that must find nothing before it counts as not there.
    static final int ENOUGH_ABSENCES = 2;

    Verdict of(Delivery delivery, Outcome outcome, Network network) {
        return switch (outcome) {
            case Outcome.There(RemoteStatus status) -> Verdict.there(status, delivery);
            case Outcome.Brought(RemoteImage image) -> brought(delivery, image);
            case Outcome.Refused refused -> refused(delivery, refused);
            case Outcome.Later later ->
                delivery.kind() == Delivery.Kind.LOOK ? lookLater(delivery, later) : later(delivery, later);
            case Outcome.Unclear(String why) ->
                delivery.kind() == Delivery.Kind.LOOK
                        ? lookAgain(delivery, "UNCLEAR", why)
                        : unclear(delivery, network, why);
            case Outcome.Looked looked -> looked(delivery, looked);
            case Outcome.NotBegun(String why) -> notBegun(delivery, why);
        };
    }

    /// An image that can be shown costs no try; one that the network still works on is asked for again later.
    private Verdict brought(Delivery delivery, RemoteImage image) {
        String which = "Image " + (delivery.mediaReady() + 1) + " of "
                + delivery.images().size();
        if (image.ready()) {
            return Verdict.of(PublicationState.DUE, "IMAGE", null, which + " is there.", delivery)
                    .with(image);
        }
        return later(delivery, new Outcome.Later(which + " is still being processed there.", null))
                .with(image);
    }

    private Verdict refused(Delivery delivery, Outcome.Refused refused) {
        boolean access = refused.reason() == NetworkRejected.Reason.ACCESS;
        if (delivery.kind() == Delivery.Kind.LOOK) {
            Verdict verdict = lookAgain(delivery, "UNCLEAR", refused.sentence());
            return access ? verdict.troubling("ACCESS") : verdict;
        }
        String word =
                switch (refused.reason()) {
                    case ACCESS -> "access";
                    case CONTENT -> "content";
                    case ADDRESS -> "address";
                };
        Verdict verdict = Verdict.of(PublicationState.REJECTED, "REJECTED", word, refused.sentence(), delivery);
        return access ? verdict.troubling("ACCESS") : verdict;
    }

    private Verdict later(Delivery delivery, Outcome.Later later) {
        if (delivery.attempts() >= MOST_ATTEMPTS) {
            return Verdict.of(PublicationState.REJECTED, "REJECTED", "gave up", later.sentence(), delivery);
        }
        Verdict verdict = Verdict.of(PublicationState.DUE, "LATER", null, later.sentence(), delivery);
        return later.after() == null
                ? verdict.after(patience.backOffAfter(delivery.attempts()))
                : verdict.pausing(later.after());
    }

    private Verdict unclear(Delivery delivery, Network network, String why) {
        if (network.recovery() == Network.Recovery.REPEAT) {
            return later(delivery, new Outcome.Later(why, null));
        }
        return Verdict.of(PublicationState.UNKNOWN, "UNKNOWN", null, why, delivery)
                .after(patience.firstLook())
                .counting(delivery.unknowns() + 1, 0, 0);
    }

    private Verdict looked(Delivery delivery, Outcome.Looked looked) {
        List<RemoteStatus> matches = looked.lookup().matches();
        if (matches.size() == 1) {
            return Verdict.there(matches.getFirst(), delivery);
        }
        if (matches.size() > 1) {
            return Verdict.of(
                    PublicationState.NEEDS_PERSON,
                    "DOUBLED",
                    "doubled",
                    "The network shows it " + matches.size() + " times.",
                    delivery);
        }
        if (!looked.lookup().isAbsent()) {
            return lookAgain(delivery, "UNCLEAR", "Not everything since the sending could be read back.");
        }
        int absences = delivery.absences() + 1;
        return absences < ENOUGH_ABSENCES
                ? lookAgain(delivery, "ABSENT", "It is not there, or not yet.")
                        .counting(delivery.unknowns(), absences, delivery.looks())
                : absent(delivery);
    }

    private static Verdict absent(Delivery delivery) {
        String said = "It is not there.";
        return delivery.unknowns() < MOST_UNKNOWN && delivery.attempts() < MOST_ATTEMPTS
                ? Verdict.of(PublicationState.DUE, "ABSENT", null, said, delivery)
                        .counting(delivery.unknowns(), 0, 0)
                : Verdict.of(PublicationState.NEEDS_PERSON, "ABSENT", "unclear", said, delivery);
    }

    private Verdict lookAgain(Delivery delivery, String outcome, String why) {
        return delivery.looks() >= MOST_LOOKS
                ? Verdict.of(PublicationState.NEEDS_PERSON, outcome, "unclear", why, delivery)
                : Verdict.of(PublicationState.UNKNOWN, outcome, null, why, delivery)
                        .after(patience.betweenLooksAfter(delivery.looks()));
    }

    /// A network that asks to be left alone has not been asked.
    private Verdict lookLater(Delivery delivery, Outcome.Later later) {
        Duration after = later.after();
        Verdict verdict = lookAgain(delivery, "UNCLEAR", later.sentence());
        return after == null || verdict.state() == PublicationState.NEEDS_PERSON ? verdict : verdict.pausing(after);
    }

    private Verdict notBegun(Delivery delivery, String why) {
        return delivery.kind() == Delivery.Kind.LOOK
                ? Verdict.of(PublicationState.UNKNOWN, "NOT_BEGUN", null, why, delivery)
                        .after(patience.betweenLooks())
                : Verdict.of(PublicationState.DUE, "NOT_BEGUN", null, why, delivery)
                        .after(patience.backOff());
    }
}
