package org.gazouillis.web.microblog;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.gazouillis.network.PollTerms;
import org.jspecify.annotations.Nullable;

/// What clients send to ask something, as JSON or as a form.
///
/// @param options two to four, each of 50 characters at most
/// @param expiresIn seconds after which it ends, 300 to 2629746
/// @param multiple whether several options may be chosen
/// @param hideTotals whether the results are shown only at the end
public record NewPollJson(
        @Nullable List<String> options,
        @JsonbProperty("expires_in") @Nullable Long expiresIn,
        @Nullable Boolean multiple,
        @JsonbProperty("hide_totals") @Nullable Boolean hideTotals) {

    /// Null when the form asks nothing.
    static @Nullable NewPollJson of(MultivaluedMap<String, String> form) {
        List<String> options = Stream.of("poll[options][]", "poll[options]")
                .flatMap(name -> form.getOrDefault(name, List.of()).stream())
                .toList();
        return options.isEmpty()
                ? null
                : new NewPollJson(
                        options,
                        seconds(form.getFirst("poll[expires_in]")),
                        is(form.getFirst("poll[multiple]")),
                        is(form.getFirst("poll[hide_totals]")));
    }

    PollTerms terms() {
        return new PollTerms(
                Objects.requireNonNullElse(options, List.of()),
                Boolean.TRUE.equals(multiple),
                Boolean.TRUE.equals(hideTotals),
                Duration.ofSeconds(Objects.requireNonNullElse(expiresIn, 0L)));
    }

    /// What is no number becomes one that is refused, so that it is told.
    private static long seconds(@Nullable String typed) {
        return typed != null && typed.strip().matches("\\d{1,9}") ? Long.parseLong(typed.strip()) : 0;
    }

    private static boolean is(@Nullable String typed) {
        return typed != null && typed.strip().matches("(?i)1|true|on");
    }
}
