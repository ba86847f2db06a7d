package org.gazouillis.web.schedule;

import org.gazouillis.compose.GapRule;
import org.jspecify.annotations.Nullable;

/// `prefer`: which of two is meant when a local time comes twice.
public final class Preference {
    private Preference() {}

    /// `earlier` (also when missing) or `later`.
    ///
    /// @throws PreferenceNotKnown for any other word
    public static GapRule of(@Nullable String word) {
        return switch (word) {
            case null -> GapRule.EARLIER_OFFSET;
            case "", "earlier" -> GapRule.EARLIER_OFFSET;
            case "later" -> GapRule.LATER_OFFSET;
            default -> throw new PreferenceNotKnown(word);
        };
    }

    /// The word for it.
    public static String word(GapRule rule) {
        return rule == GapRule.LATER_OFFSET ? "later" : "earlier";
    }
}
