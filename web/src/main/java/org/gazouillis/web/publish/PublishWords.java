package org.gazouillis.web.publish;

import java.util.Locale;
import java.util.Map;
import org.gazouillis.publish.PublicationState;
import org.gazouillis.web.i18n.Messages;
import org.jspecify.annotations.Nullable;

/// States, reasons and tries in the reader's words.
final class PublishWords {
    private static final Map<PublicationState, String> PILLS = Map.of(
            PublicationState.CONFIRMED, "success",
            PublicationState.DUE, "info",
            PublicationState.SENDING, "info",
            PublicationState.UNKNOWN, "warning",
            PublicationState.NEEDS_PERSON, "danger",
            PublicationState.HELD, "warning",
            PublicationState.REJECTED, "danger",
            PublicationState.MISSED, "danger");

    private PublishWords() {}

    static String state(PublicationState state, Messages messages) {
        return messages.text("receipt.state." + key(state.name()));
    }

    static String pill(PublicationState state) {
        return PILLS.getOrDefault(state, "");
    }

    static String failure(@Nullable String failure, Messages messages) {
        return failure == null ? "" : messages.text("receipt.failure." + key(failure));
    }

    static String attempt(String kind, Messages messages) {
        return messages.text("receipt.kind." + key(kind));
    }

    static String outcome(@Nullable String outcome, Messages messages) {
        return messages.text("receipt.outcome." + (outcome == null ? "open" : key(outcome)));
    }

    static String network(String network, Messages messages) {
        return messages.text("account.network." + network);
    }

    private static String key(String word) {
        return word.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    }
}
