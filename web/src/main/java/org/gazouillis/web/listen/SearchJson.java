package org.gazouillis.web.listen;

import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.util.List;
import org.gazouillis.listen.SearchAnswer;
import org.jspecify.annotations.Nullable;

/// One page of found statuses.
///
/// @param next cursor of the following page, null on the last
/// @param total statuses that match; "at least" when `totalIsExact` is false
/// @param tookMs milliseconds spent on the answer
/// @param partial not null while the index is being built: statuses may be missing
/// @param behindSince not null while the index cannot be brought up to date: what was said since may be missing
@JsonbNillable
public record SearchJson(
        List<FoundStatusJson> items,
        @Nullable String next,
        long total,
        boolean totalIsExact,
        double tookMs,
        @Nullable Partial partial,
        @Nullable Instant behindSince) {
    public SearchJson {
        items = List.copyOf(items);
    }

    /// @param done statuses that can be found already
    /// @param total statuses there are; 0 while nobody has counted
    public record Partial(long done, long total) {}

    static SearchJson of(SearchAnswer answer) {
        SearchAnswer.Partial partial = answer.partial();
        return new SearchJson(
                answer.items().stream()
                        .map(found -> FoundStatusJson.of(found, answer.alike().get(found.id())))
                        .toList(),
                answer.next(),
                answer.total(),
                answer.totalIsExact(),
                answer.tookMillis(),
                partial == null ? null : new Partial(partial.done(), partial.total()),
                answer.behindSince());
    }
}
