package org.gazouillis.web.compose;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.gazouillis.network.PollTerms;
import org.jspecify.annotations.Nullable;

/// What a post asks on the built-in timeline.
///
/// @param options two to four, each of 50 characters at most
/// @param seconds for which it takes votes once it is out, 300 to 2629746; a day when missing
/// @param multiple whether several options may be chosen
/// @param hideTotals whether the results are shown only at the end
public record PollWishJson(
        @Nullable List<String> options,
        @Nullable Long seconds,
        @Nullable Boolean multiple,
        @Nullable Boolean hideTotals) {
    static @Nullable PollWishJson of(@Nullable PollTerms terms) {
        return terms == null
                ? null
                : new PollWishJson(terms.options(), terms.lasts().toSeconds(), terms.multiple(), terms.hideTotals());
    }

    PollTerms terms() {
        return new PollTerms(
                Objects.requireNonNullElse(options, List.of()),
                Boolean.TRUE.equals(multiple),
                Boolean.TRUE.equals(hideTotals),
                seconds == null ? PollTerms.NONE.lasts() : Duration.ofSeconds(seconds));
    }
}
