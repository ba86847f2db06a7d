package org.gazouillis.web.microblog;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbProperty;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.gazouillis.microblog.Poll;
import org.jspecify.annotations.Nullable;

/// Mastodon's `Poll`. Its id is that of the status beside which it stands.
///
/// @param voted whether the reader has no vote any more, or never had one because the poll is their own
/// @param ownVotes places of the options that the reader chose, from 0
public record PollJson(
        String id,
        @JsonbProperty("expires_at") OffsetDateTime expiresAt,
        boolean expired,
        boolean multiple,
        @JsonbProperty("votes_count") int votes,
        @JsonbProperty("voters_count") int voters,
        boolean voted,
        @JsonbProperty("own_votes") List<Integer> ownVotes,
        List<OptionJson> options,
        List<String> emojis) {

    /// Mastodon's `Poll::Option`.
    ///
    /// @param votes null while the results are hidden
    public record OptionJson(
            String title,

            @JsonbNillable @JsonbProperty("votes_count") @Nullable
            Integer votes) {}

    static PollJson of(Poll poll) {
        return new PollJson(
                poll.id().toString(),
                poll.endsAt().atOffset(ZoneOffset.UTC),
                poll.ended(),
                poll.multiple(),
                poll.votes(),
                poll.voters(),
                poll.own() || poll.isVoted(),
                poll.chosen(),
                poll.options().stream()
                        .map(option -> new OptionJson(option.title(), poll.isTold() ? option.votes() : null))
                        .toList(),
                List.of());
    }
}
