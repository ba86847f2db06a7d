package org.gazouillis.microblog;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.network.PollTerms;
import org.jspecify.annotations.Nullable;

/// What someone wants to say.
///
/// @param inReplyTo the status that is answered; a repost stands for its original
/// @param quoteOf the status that is shown beneath the text; a repost stands for its original
/// @param lang ISO 639 code of the text; unknown or `und` means the profile's own language
/// @param as whom to speak as; null means the member's own profile
/// @param requestKey the client's `Idempotency-Key`: the same key makes one status however often it is sent
/// @param images shown beside the text
/// @param poll what it asks; null when it asks nothing
public record NewStatus(
        String text,
        @Nullable StatusId inReplyTo,
        @Nullable StatusId quoteOf,
        @Nullable String lang,
        @Nullable ProfileId as,
        @Nullable String requestKey,
        List<StatusImage> images,
        @Nullable PollTerms poll) {

    public NewStatus {
        images = List.copyOf(images);
    }

    public static NewStatus of(String text) {
        return new NewStatus(text, null, null, null, null, null, List.of(), null);
    }

    public NewStatus inReplyTo(StatusId status) {
        return new NewStatus(text, status, quoteOf, lang, as, requestKey, images, poll);
    }

    public NewStatus quoting(StatusId status) {
        return new NewStatus(text, inReplyTo, status, lang, as, requestKey, images, poll);
    }

    public NewStatus as(ProfileId profile) {
        return new NewStatus(text, inReplyTo, quoteOf, lang, profile, requestKey, images, poll);
    }

    public NewStatus withKey(String key) {
        return new NewStatus(text, inReplyTo, quoteOf, lang, as, key, images, poll);
    }

    public NewStatus asking(PollTerms terms) {
        return new NewStatus(text, inReplyTo, quoteOf, lang, as, requestKey, images, terms);
    }

    String langOr(String other) {
        String given = lang == null ? "" : lang.strip().toLowerCase(Locale.ROOT);
        return given.matches("[a-z]{2,3}(-[a-z0-9]{2,8})*") && !given.equals("und") ? given : other;
    }

    /// SHA-256 of everything but the key, to tell a repeated request from a reused key.
    byte[] fingerprint() {
        String all = text + '\0' + inReplyTo + '\0' + lang + '\0' + as;
        // What was remembered before there were images, quotes and polls stays the same.
        all += images.isEmpty() ? "" : '\0' + StatusImage.json(images);
        all += quoteOf == null ? "" : "\0quoting " + quoteOf;
        all += poll == null ? "" : "\0asking " + poll.json();
        try {
            return MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
