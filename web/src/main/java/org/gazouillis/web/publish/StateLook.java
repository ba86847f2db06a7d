package org.gazouillis.web.publish;

import java.util.Locale;
import org.gazouillis.compose.PostState;
import org.gazouillis.web.i18n.Messages;
import org.jspecify.annotations.Nullable;

/// Icon, colour and word of a post's state, the same on every page; the word always stands beside or behind the icon.
///
/// @param icon class of PrimeIcons
/// @param pill class of the pill, a colour that never speaks alone
public record StateLook(String icon, String pill, String word) {
    public static StateLook of(PostState state, Messages messages) {
        String word = messages.text("queue.state." + state.name().toLowerCase(Locale.ROOT));
        return switch (state) {
            case DRAFT -> new StateLook("pi-circle", "", word);
            case IN_REVIEW -> new StateLook("pi-hourglass", "", word);
            case APPROVED -> new StateLook("pi-thumbs-up", "", word);
            case SCHEDULED -> new StateLook("pi-clock", "info", word);
            case CLAIMED -> new StateLook("pi-bolt", "info", word);
            case PUBLISHED -> new StateLook("pi-check", "success", word);
            case CANCELLED -> new StateLook("pi-minus", "", word);
            case HELD -> new StateLook("pi-pause", "warning", word);
            case FAILED -> new StateLook("pi-exclamation-circle", "danger", word);
            case MISSED -> new StateLook("pi-exclamation-triangle", "danger", word);
        };
    }

    /// Why a post is held, missed or failed; empty when it is none of these.
    public static String reason(@Nullable String failure, Messages messages) {
        return QueueRow.reason(failure, messages);
    }
}
