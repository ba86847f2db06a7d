package org.gazouillis.schedule;

import org.gazouillis.campaign.CampaignCard;

/// What came of copying a campaign: the copy, and how many posts it has.
public record CampaignCopy(CampaignCard card, int posts) {}
