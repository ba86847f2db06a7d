package org.gazouillis.web.microblog;

import jakarta.json.bind.annotation.JsonbProperty;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.gazouillis.microblog.Profile;
import org.jspecify.annotations.Nullable;

/// Mastodon's `Account`: a profile; for its owner `CredentialAccount`, which adds `source` and `role`.
public record AccountJson(
        String id,
        String username,
        String acct,
        @JsonbProperty("display_name") String displayName,
        String note,
        String url,
        String uri,
        String avatar,
        @JsonbProperty("avatar_static") String avatarStatic,
        String header,
        @JsonbProperty("header_static") String headerStatic,
        boolean locked,
        boolean bot,
        boolean group,
        boolean discoverable,
        boolean indexable,
        @JsonbProperty("created_at") OffsetDateTime createdAt,
        @JsonbProperty("followers_count") int followers,
        @JsonbProperty("following_count") int following,
        @JsonbProperty("statuses_count") int statuses,
        List<String> emojis,
        List<String> fields,
        @Nullable Source source,
        @Nullable Role role) {

    /// The profile as it was typed, and the defaults of new statuses.
    public record Source(
            String note,
            List<String> fields,
            String privacy,
            boolean sensitive,
            String language,
            @JsonbProperty("follow_requests_count") int followRequests) {}

    /// Everybody's role on this server; rights for brands are asked elsewhere.
    public record Role(String id, String name, String color, String permissions, boolean highlighted) {}

    /// As everybody may see it.
    static AccountJson of(Profile profile, Addresses addresses) {
        return of(profile, addresses, null, null);
    }

    /// One's own, with what only oneself may see.
    static AccountJson own(Profile profile, Addresses addresses) {
        return of(
                profile,
                addresses,
                new Source(profile.bio(), List.of(), "public", false, profile.lang(), 0),
                new Role("-99", "", "", "0", false));
    }

    private static AccountJson of(Profile profile, Addresses addresses, @Nullable Source source, @Nullable Role role) {
        String avatar = addresses.avatar(profile.id());
        String page = addresses.profile(profile.handle());
        return new AccountJson(
                profile.id().toString(),
                profile.handle(),
                profile.handle(),
                profile.name(),
                "<p>" + StatusHtml.escaped(profile.bio()) + "</p>",
                page,
                page,
                avatar,
                avatar,
                avatar,
                avatar,
                false,
                false,
                false,
                true,
                true,
                profile.createdAt().atOffset(ZoneOffset.UTC),
                profile.followers(),
                profile.following(),
                profile.statuses(),
                List.of(),
                List.of(),
                source,
                role);
    }
}
