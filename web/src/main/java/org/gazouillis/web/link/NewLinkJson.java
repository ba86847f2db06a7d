package org.gazouillis.web.link;

import java.time.OffsetDateTime;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.link.LinkOrder;
import org.jspecify.annotations.Nullable;

/// A short link to be opened.
///
/// @param code made when missing
/// @param campaign whose UTM parameters it carries
/// @param network fills `{network}` of the campaign's UTM template
/// @param expiresAt ISO 8601 with offset
public record NewLinkJson(
        @Nullable String target,
        @Nullable String code,
        @Nullable String campaign,
        @Nullable String network,
        @Nullable String expiresAt) {
    LinkOrder order(BrandId brand) {
        return new LinkOrder(
                brand,
                target == null ? "" : target,
                code,
                campaign == null ? null : CampaignId.parse(campaign),
                network,
                expiresAt == null ? null : OffsetDateTime.parse(expiresAt).toInstant());
    }
}
