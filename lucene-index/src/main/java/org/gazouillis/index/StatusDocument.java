package org.gazouillis.index;

import java.time.Instant;
import java.util.List;

/// One status as the index sees it. The text is analysed and forgotten; the database keeps it.
///
/// @param id time-ordered id of the status, unique; putting the same id again replaces
/// @param profile id of the author's profile
/// @param handle the author's handle, without `@`
/// @param lang BCP 47 tag such as `fr` or `pt-BR`; only the language itself is searchable; empty when unknown
/// @param isPublic whether everyone may find it; otherwise only scopes that hold its workspace and brand
/// @param workspace owner, 0 when it belongs to no workspace
/// @param brand 0 when it belongs to no brand
/// @param campaign 0 when it belongs to no campaign
/// @param source where it came from: `gazouillis`, `x`, …
/// @param hashtags without `#`
/// @param mentions handles without `@`
/// @param urls whole URLs as written; their hosts and words are searchable
/// @param inReplyTo id of the status answered, 0 for none
/// @param likes figure of an imported status, 0 for one of our own, whose likes are counted live: see
/// [StatusIndex#count(java.util.Map)]
/// @param reposts as `likes`
/// @param replies as `likes`
/// @param replyTo handle, without `@`, of the author who is answered; empty when it is no reply or nobody knows to whom
/// @param isRepost whether it passes on another's words, as `RT @marie: …` does
/// @param isQuote whether it shows another status beneath its own words
/// @param isFlash whether its brand marked it as urgent
/// @param hasMedia whether images belong to it
/// @param hasAlt whether one of them is described in words
/// @param hasPoll whether it asks something, and readers choose
public record StatusDocument(
        long id,
        long profile,
        String handle,
        String text,
        String lang,
        Instant createdAt,
        boolean isPublic,
        long workspace,
        long brand,
        long campaign,
        String source,
        List<String> hashtags,
        List<String> mentions,
        List<String> urls,
        long inReplyTo,
        long likes,
        long reposts,
        long replies,
        String replyTo,
        boolean isRepost,
        boolean isQuote,
        boolean isFlash,
        boolean hasMedia,
        boolean hasAlt,
        boolean hasPoll) {

    public StatusDocument {
        hashtags = List.copyOf(hashtags);
        mentions = List.copyOf(mentions);
        urls = List.copyOf(urls);
    }

    /// The same status in that language.
    public StatusDocument in(String language) {
        return new StatusDocument(
                id, profile, handle, text, language, createdAt, isPublic, workspace, brand, campaign, source, hashtags,
                mentions, urls, inReplyTo, likes, reposts, replies, replyTo, isRepost, isQuote, isFlash, hasMedia,
                hasAlt, hasPoll);
    }

    /// The figures that the status brought along, at most some two thousand million each.
    public Counts figures() {
        return new Counts(figure(likes), figure(reposts), figure(replies));
    }

    private static int figure(long number) {
        return Math.clamp(number, 0, Integer.MAX_VALUE);
    }
}
