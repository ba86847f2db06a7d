package org.gazouillis.web.compose;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.gazouillis.compose.Plan;
import org.gazouillis.compose.PostChange;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.CampaignId;
import org.jspecify.annotations.Nullable;

/// What is to be different about a post; what is missing stays.
///
/// @param undoSeconds with `now`: how long it waits so that it can be undone, 0 to 120; none when missing
/// @param campaign an id, or the empty string for none
/// @param queue true moves the post to the next free time of the account's queue
/// @param draft true takes the post out of the schedule
/// @param media ids of images in the brand's library, at most four
/// @param parts texts that follow as replies to each other, at most nine
/// @param variants what single accounts say instead of the text, by account
/// @param poll what it asks; without options it asks nothing any more
/// @param flash whether the post is urgent
/// @param confirmed codes of warnings that were read; when given, every other warning refuses the change
/// @param revision the revision that was read; when given, a change made by somebody else meanwhile is not
///     overwritten
/// @param version the version that was read; stricter than `revision`: a move by somebody else counts, too
public record PostChangeJson(
        @Nullable String text,
        @Nullable List<String> accounts,
        @Nullable String campaign,
        @Nullable Boolean now,
        @Nullable Boolean queue,
        @Nullable Integer undoSeconds,
        @Nullable String dueAt,
        @Nullable LocalTimeJson at,
        @Nullable Boolean draft,
        @Nullable Integer revision,
        @Nullable Integer version,
        @Nullable List<String> confirmed,
        @Nullable List<String> media,
        @Nullable List<String> parts,
        @Nullable Map<String, String> variants,
        @Nullable PollWishJson poll,
        @Nullable Boolean flash) {
    WishedTime time(ZoneId brandZone) {
        return WishedTime.of(now, undoSeconds, queue, dueAt, at, brandZone);
    }

    PostChange change(WishedTime time) {
        boolean out = campaign != null && campaign.isEmpty();
        return new PostChange(
                text,
                accounts == null
                        ? null
                        : accounts.stream().map(AccountId::parse).toList(),
                campaign == null || out ? null : CampaignId.parse(campaign),
                out,
                time.plan().orElse(Boolean.TRUE.equals(draft) ? Plan.LATER : null),
                revision,
                version,
                new DetailsJson(confirmed, media, parts, variants)
                        .details(null)
                        .asking(poll == null ? null : poll.terms())
                        .flashing(flash));
    }
}
