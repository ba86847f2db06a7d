package org.gazouillis.campaign;

import java.time.Instant;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.CampaignId;
import org.jspecify.annotations.Nullable;

/// Everything there is to know of a campaign by itself.
///
/// @param archivedAt null while it is in use
/// @param version counts changes, see [CampaignPlanner#change]
public record CampaignSheet(
        CampaignCard card,
        CampaignTerms terms,
        Instant createdAt,
        @Nullable Instant archivedAt,
        int version) {
    public CampaignId id() {
        return card.id();
    }

    public BrandId brand() {
        return card.brand();
    }

    public boolean isArchived() {
        return archivedAt != null;
    }

    /// The idea it was made of, as it is now.
    public CampaignIdea idea() {
        return new CampaignIdea(card.brand(), card.name(), card.startsOn(), card.endsOn(), card.hashtags());
    }
}
