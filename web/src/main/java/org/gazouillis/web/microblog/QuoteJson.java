package org.gazouillis.web.microblog;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbProperty;
import org.gazouillis.timeline.Quoted;
import org.gazouillis.timeline.StatusView;
import org.jspecify.annotations.Nullable;

/// Mastodon's `Quote` and `ShallowQuote` in one: of a quote within a quote only the id is told.
///
/// @param state `accepted`, or `deleted` when the author took the quoted status away
@JsonbNillable
public record QuoteJson(
        String state,
        @JsonbProperty("quoted_status_id") @Nullable String quotedStatusId,
        @JsonbProperty("quoted_status") @Nullable StatusJson quotedStatus) {

    static @Nullable QuoteJson of(@Nullable Quoted quote, Addresses addresses) {
        if (quote == null) {
            return null;
        }
        if (quote.gone()) {
            return new QuoteJson("deleted", null, null);
        }
        StatusView status = quote.status();
        return new QuoteJson(
                "accepted", quote.id().toString(), status == null ? null : StatusJson.of(status, addresses));
    }
}
