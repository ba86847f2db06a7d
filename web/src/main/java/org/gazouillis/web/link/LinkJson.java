package org.gazouillis.web.link;

import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import org.gazouillis.link.OwnAddress;
import org.gazouillis.link.ShortLink;
import org.jspecify.annotations.Nullable;

/// A short link.
///
/// @param url what readers get
/// @param target where it leads, with UTM parameters; `typed` is the address as it was given
/// @param clicks by people; those of programs, previews and prefetching are `robots`
@JsonbNillable
public record LinkJson(
        String id,
        String brand,
        String code,
        String url,
        String typed,
        String target,
        @Nullable String campaign,
        @Nullable String post,
        Instant createdAt,
        @Nullable Instant expiresAt,
        boolean enabled,
        long clicks,
        long robots) {
    static LinkJson of(ShortLink link, OwnAddress own) {
        return new LinkJson(
                link.id().toString(),
                link.brandId().toString(),
                link.code(),
                own.link(link.code()),
                link.typed(),
                link.target(),
                link.campaignId() == null ? null : link.campaignId().toString(),
                link.postId() == null ? null : link.postId().toString(),
                link.createdAt(),
                link.expiresAt(),
                link.enabled(),
                link.clicks(),
                link.robots());
    }
}
