package org.gazouillis.web.microblog;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbProperty;
import java.time.OffsetDateTime;
import java.util.List;
import org.gazouillis.microblog.Profile;

/// Mastodon's `CredentialAccount`: one's own profile with what only oneself may see.
@JsonbNillable
public record CredentialAccountJson(
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
        Source source,
        Role role) {

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

    static CredentialAccountJson of(Profile profile, Addresses addresses) {
        AccountJson account = AccountJson.of(profile, addresses);
        return new CredentialAccountJson(
                account.id(),
                account.username(),
                account.acct(),
                account.displayName(),
                account.note(),
                account.url(),
                account.uri(),
                account.avatar(),
                account.avatarStatic(),
                account.header(),
                account.headerStatic(),
                account.locked(),
                account.bot(),
                account.group(),
                account.discoverable(),
                account.indexable(),
                account.createdAt(),
                account.followers(),
                account.following(),
                account.statuses(),
                account.emojis(),
                account.fields(),
                new Source(profile.bio(), List.of(), "public", false, profile.lang(), 0),
                new Role("-99", "", "", "0", false));
    }
}
