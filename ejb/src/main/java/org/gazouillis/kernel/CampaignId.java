package org.gazouillis.kernel;

/// Names a campaign.
public record CampaignId(long value) implements TypedId {
    public static CampaignId parse(String text) {
        return new CampaignId(TimeOrderedIds.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
