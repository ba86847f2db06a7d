package org.gazouillis.web.campaign;

import java.util.List;
import org.gazouillis.campaign.CampaignCard;

/// A campaign; both days are inside it.
public record CampaignJson(String id, String name, String slug, String startsOn, String endsOn, List<String> hashtags) {
    static CampaignJson of(CampaignCard card) {
        return new CampaignJson(
                card.id().toString(),
                card.name(),
                card.slug(),
                card.startsOn().toString(),
                card.endsOn().toString(),
                card.hashtags());
    }
}
