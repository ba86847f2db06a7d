package org.gazouillis.web.compose;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.gazouillis.network.PollTerms;
import org.jspecify.annotations.Nullable;

/// What stands in the composer's fields of a poll, as typed.
///
/// @param options as many as there may be, empty where nothing stands
/// @param sent whether the form speaks of it; if not, it stays as it is
public record PollForm(List<String> options, long seconds, boolean multiple, boolean hideTotals, boolean sent) {
    static PollForm of(HttpServletRequest request) {
        return new PollForm(
                IntStream.rangeClosed(1, PollTerms.MOST_OPTIONS)
                        .mapToObj(place -> given(request, "poll-" + place))
                        .toList(),
                seconds(given(request, "poll-lasts")),
                request.getParameter("poll-multiple") != null,
                request.getParameter("poll-hide") != null,
                request.getParameter("poll-1") != null);
    }

    static PollForm of(@Nullable PollTerms terms) {
        PollTerms shown = Objects.requireNonNullElse(terms, PollTerms.NONE);
        return new PollForm(
                IntStream.range(0, PollTerms.MOST_OPTIONS)
                        .mapToObj(place ->
                                place < shown.options().size() ? shown.options().get(place) : "")
                        .toList(),
                shown.lasts().toSeconds(),
                shown.multiple(),
                shown.hideTotals(),
                false);
    }

    /// Null when the form does not speak of it; without options it asks nothing.
    @Nullable
    PollTerms wish() {
        return sent ? new PollTerms(options, multiple, hideTotals, Duration.ofSeconds(seconds)) : null;
    }

    /// Whether its part of the form is open.
    public boolean isOpen() {
        return options.stream().anyMatch(option -> !option.isBlank());
    }

    private static long seconds(String typed) {
        return typed.matches("\\d{1,9}")
                ? Long.parseLong(typed)
                : PollTerms.NONE.lasts().toSeconds();
    }

    private static String given(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }
}
