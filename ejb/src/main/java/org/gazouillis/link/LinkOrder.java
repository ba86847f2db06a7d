package org.gazouillis.link;

import java.time.Instant;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.CampaignId;
import org.jspecify.annotations.Nullable;

/// A short link that somebody wants.
///
/// @param target where it leads
/// @param code null lets one be made
/// @param campaign whose UTM parameters it carries; null for none
/// @param network the social network it is for, as UTM knows it; null when that is not clear
/// @param expiresAt null for never
public record LinkOrder(
        BrandId brand,
        String target,
        @Nullable String code,
        @Nullable CampaignId campaign,
        @Nullable String network,
        @Nullable Instant expiresAt) {
    public static LinkOrder to(BrandId brand, String target) {
        return new LinkOrder(brand, target, null, null, null, null);
    }
}
