package org.gazouillis.web.campaign;

import java.time.LocalDate;
import java.util.List;
import org.gazouillis.campaign.CampaignIdea;
import org.gazouillis.campaign.CampaignNotPlausible;
import org.gazouillis.kernel.BrandId;
import org.jspecify.annotations.Nullable;

/// A campaign to be opened; days as `2026-11-23`.
public record NewCampaignJson(
        @Nullable String name,
        @Nullable String startsOn,
        @Nullable String endsOn,
        @Nullable List<String> hashtags) {
    CampaignIdea idea(BrandId brand) {
        if (name == null || startsOn == null || endsOn == null) {
            throw new CampaignNotPlausible("A campaign needs \"name\", \"startsOn\" and \"endsOn\".");
        }
        return new CampaignIdea(
                brand,
                name,
                LocalDate.parse(startsOn),
                LocalDate.parse(endsOn),
                hashtags == null ? List.of() : hashtags);
    }
}
