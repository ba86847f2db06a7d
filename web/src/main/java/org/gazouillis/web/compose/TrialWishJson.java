package org.gazouillis.web.compose;

import jakarta.ws.rs.BadRequestException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.gazouillis.compose.TrialMeasure;
import org.gazouillis.compose.TrialTerms;
import org.gazouillis.compose.TrialWish;
import org.jspecify.annotations.Nullable;

/// A second text that some readers shall see instead of the first, and by what the two are told apart.
///
/// @param text the second text
/// @param share of readers who see it, 0.05 to 0.95; a half when missing
/// @param measure `ANY` (what follows, and follows for the post; the default), `INTERACTION` (likes, reposts,
///     replies, quotes) or `OPENING` (profile, hashtag, answers, image)
/// @param least the least difference of the rates that matters, 0.001 to 0.5; 0.02 when missing
/// @param days after which it ends at the latest, 1 to 60; 14 when missing
public record TrialWishJson(
        @Nullable String text,
        @Nullable Double share,
        @Nullable String measure,
        @Nullable Double least,
        @Nullable Integer days) {
    TrialWish wish() {
        return new TrialWish(Objects.requireNonNullElse(text, ""), terms());
    }

    TrialTerms terms() {
        TrialTerms usual = TrialTerms.USUAL;
        return new TrialTerms(
                Objects.requireNonNullElse(share, usual.share()),
                measure == null || measure.isBlank() ? usual.measure() : measure(measure),
                Objects.requireNonNullElse(least, usual.least()),
                Objects.requireNonNullElse(days, usual.days()));
    }

    private static TrialMeasure measure(String name) {
        return Arrays.stream(TrialMeasure.values())
                .filter(each -> each.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new BadRequestException("There is no measure " + name + " of A/B tests. Choose from "
                        + Arrays.toString(TrialMeasure.values()) + "."));
    }
}
