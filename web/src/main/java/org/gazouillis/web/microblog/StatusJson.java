package org.gazouillis.web.microblog;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbProperty;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.gazouillis.kernel.TypedId;
import org.gazouillis.microblog.Mention;
import org.gazouillis.microblog.Poll;
import org.gazouillis.timeline.StatusView;
import org.jspecify.annotations.Nullable;

/// Mastodon's `Status`: a status, or a repost with the repeated one in `reblog`.
@JsonbNillable
public record StatusJson(
        String id,
        @JsonbProperty("created_at") OffsetDateTime createdAt,
        @JsonbProperty("in_reply_to_id") @Nullable String inReplyToId,
        @JsonbProperty("in_reply_to_account_id") @Nullable String inReplyToAccountId,
        boolean sensitive,
        @JsonbProperty("spoiler_text") String spoilerText,
        String visibility,
        @Nullable String language,
        String uri,
        String url,
        @JsonbProperty("replies_count") int replies,
        @JsonbProperty("reblogs_count") int reposts,
        @JsonbProperty("favourites_count") int likes,
        @JsonbProperty("quotes_count") int quotes,
        @JsonbProperty("edited_at") @Nullable OffsetDateTime editedAt,
        boolean favourited,
        boolean reblogged,
        boolean muted,
        boolean bookmarked,
        String content,
        String text,
        @Nullable StatusJson reblog,
        @Nullable QuoteJson quote,
        @JsonbProperty("quote_approval") QuoteApprovalJson quoteApproval,
        AccountJson account,
        @JsonbProperty("media_attachments") List<MediaAttachmentJson> media,
        List<MentionJson> mentions,
        List<TagJson> tags,
        List<String> emojis,
        @Nullable String card,
        @Nullable PollJson poll,
        GazouillisJson gazouillis) {

    /// Mastodon's `Status.Mention`.
    public record MentionJson(String id, String username, String acct, String url) {
        static MentionJson of(Mention mention, Addresses addresses) {
            return new MentionJson(
                    mention.id().toString(), mention.handle(), mention.handle(), addresses.profile(mention.handle()));
        }
    }

    /// Mastodon's `QuoteApproval`: everything here is public, so everybody may quote it.
    public record QuoteApprovalJson(
            List<String> automatic,
            List<String> manual,
            @JsonbProperty("current_user") String currentUser) {
        static final QuoteApprovalJson OPEN = new QuoteApprovalJson(List.of("public"), List.of(), "automatic");
    }

    /// What Mastodon does not know.
    ///
    /// @param flash whether its brand marked it as urgent
    /// @param acknowledged whether the member said that they have read a flash
    public record GazouillisJson(boolean flash, boolean acknowledged) {}

    /// Mastodon's `Status.Tag`.
    public record TagJson(String name, String url) {}

    public static StatusJson of(StatusView status, Addresses addresses) {
        StatusView repeated = status.repostOf();
        StatusView shown = status.shown();
        String page = addresses.status(shown.id());
        return new StatusJson(
                status.id().toString(),
                status.createdAt().atOffset(ZoneOffset.UTC),
                text(status.inReplyTo()),
                text(status.inReplyToProfile()),
                false,
                "",
                "public",
                repeated == null ? status.lang() : null,
                page,
                page,
                shown.replies(),
                shown.reposts(),
                shown.likes(),
                shown.quotes(),
                null,
                shown.liked(),
                shown.reposted(),
                false,
                shown.bookmarked(),
                StatusHtml.of(shown, addresses),
                shown.text(),
                repeated == null ? null : of(repeated, addresses),
                QuoteJson.of(status.quote(), addresses),
                QuoteApprovalJson.OPEN,
                AccountJson.of(status.author(), addresses),
                shown.images().stream()
                        .map(image -> MediaAttachmentJson.of(image, addresses))
                        .toList(),
                shown.mentions().stream()
                        .map(mention -> MentionJson.of(mention, addresses))
                        .toList(),
                shown.hashtags().stream()
                        .map(tag -> new TagJson(tag, addresses.hashtag(tag)))
                        .toList(),
                List.of(),
                null,
                poll(shown.poll()),
                new GazouillisJson(shown.flash(), shown.acknowledged()));
    }

    public static List<StatusJson> of(List<StatusView> statuses, Addresses addresses) {
        return statuses.stream().map(status -> of(status, addresses)).toList();
    }

    private static @Nullable PollJson poll(@Nullable Poll poll) {
        return poll == null ? null : PollJson.of(poll);
    }

    private static @Nullable String text(@Nullable TypedId id) {
        return id == null ? null : id.toString();
    }
}
