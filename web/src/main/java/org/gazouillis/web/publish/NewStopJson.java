package org.gazouillis.web.publish;

import java.util.Optional;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.publish.StopNotPlausible;
import org.gazouillis.publish.StopWish;
import org.gazouillis.security.BrandNames;
import org.jspecify.annotations.Nullable;

/// What is to be stopped: all that every given part covers. Either `brand` or `"workspace": true`.
///
/// @param brand handle or id
/// @param keyword a word, words or a `#hashtag` in the text; `*` at its end also finds longer words
/// @param network `gazouillis`, or another that an account is on
public record NewStopJson(
        @Nullable String brand,
        @Nullable Boolean workspace,
        @Nullable String campaign,
        @Nullable String keyword,
        @Nullable String network,
        @Nullable String reason) {
    StopWish wish(BrandNames brands) {
        boolean all = Boolean.TRUE.equals(workspace);
        if (all == (brand != null)) {
            throw new StopNotPlausible("Say what to stop: either \"brand\" or \"workspace\": true.");
        }
        BrandId id = brand == null ? null : brands.named(brand).id();
        return new StopWish(
                id,
                campaign == null || campaign.isBlank() ? null : CampaignId.parse(campaign),
                keyword,
                network,
                Optional.ofNullable(reason).orElse(""));
    }
}
