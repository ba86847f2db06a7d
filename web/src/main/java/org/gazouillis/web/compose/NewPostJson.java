package org.gazouillis.web.compose;

import java.util.List;
import java.util.Map;
import org.gazouillis.compose.Details;
import org.gazouillis.compose.Plan;
import org.gazouillis.compose.PostOrder;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.tenancy.VisibleBrand;
import org.jspecify.annotations.Nullable;

/// A post to be written. Without `now`, `queue`, `dueAt` and `at` it becomes a draft; without `accounts` it is for
/// all accounts of the brand on the built-in timeline.
///
/// @param queue true for the next free time of the account's queue
/// @param undoSeconds with `now`: how long it waits so that it can be undone, 0 to 120; none when missing
/// @param dueAt ISO 8601 with offset
/// @param media ids of images in the brand's library, at most four
/// @param parts texts that follow as replies to each other, at most nine
/// @param shorten true to have the links of all its texts become short links of the brand, tagged for the campaign
/// @param variants what single accounts say instead of the text, by account
/// @param trial a second text for an A/B test
/// @param poll what it asks, on the built-in timeline only
/// @param flash true for an urgent post, whose readers are asked to acknowledge it
/// @param confirmed codes of warnings that were read; when given (an empty list will do), any other refuses
///     the post
/// @param lang BCP 47 tag; the brand's language when missing
public record NewPostJson(
        @Nullable String text,
        @Nullable List<String> accounts,
        @Nullable String campaign,
        @Nullable Boolean now,
        @Nullable Boolean queue,
        @Nullable Integer undoSeconds,
        @Nullable String dueAt,
        @Nullable LocalTimeJson at,
        @Nullable String lang,
        @Nullable List<String> confirmed,
        @Nullable List<String> media,
        @Nullable List<String> parts,
        @Nullable Map<String, String> variants,
        @Nullable Boolean shorten,
        @Nullable TrialWishJson trial,
        @Nullable PollWishJson poll,
        @Nullable Boolean flash) {
    WishedTime time(VisibleBrand brand) {
        return WishedTime.of(now, undoSeconds, queue, dueAt, at, brand.zone());
    }

    PostOrder order(VisibleBrand brand, WishedTime time) {
        Details details = new DetailsJson(confirmed, media, parts, variants)
                .details(null)
                .trying(trial == null ? null : trial.wish())
                .asking(poll == null ? null : poll.terms())
                .flashing(flash);
        return new PostOrder(
                brand.id(),
                text == null ? "" : text,
                lang,
                accounts == null
                        ? List.of()
                        : accounts.stream().map(AccountId::parse).toList(),
                campaign == null ? null : CampaignId.parse(campaign),
                time.plan().orElse(Plan.LATER),
                Boolean.TRUE.equals(shorten) ? details.shortening() : details);
    }
}
