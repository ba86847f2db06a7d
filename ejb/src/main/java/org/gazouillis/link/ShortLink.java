package org.gazouillis.link;

import java.time.Instant;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.kernel.LinkId;
import org.gazouillis.kernel.PostId;
import org.jspecify.annotations.Nullable;

/// A short link as its brand sees it.
///
/// @param typed the address as it was given
/// @param target where it leads: the same with UTM parameters
/// @param postId the post that it was put into; null for none
/// @param clicks by people; `robots` are counted apart
public record ShortLink(
        LinkId id,
        BrandId brandId,
        String code,
        String typed,
        String target,
        @Nullable CampaignId campaignId,
        @Nullable String campaign,
        @Nullable PostId postId,
        Instant createdAt,
        @Nullable Instant expiresAt,
        boolean enabled,
        long clicks,
        long robots) {
    public boolean isOpen(Instant now) {
        return enabled && (expiresAt == null || expiresAt.isAfter(now));
    }
}
