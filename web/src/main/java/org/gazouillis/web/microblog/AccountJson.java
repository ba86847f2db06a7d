package org.gazouillis.web.microblog;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbProperty;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.gazouillis.microblog.Profile;

/// Mastodon's `Account`: a profile.
@JsonbNillable
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
        List<String> fields) {

    static AccountJson of(Profile profile, Addresses addresses) {
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
                List.of());
    }
}
