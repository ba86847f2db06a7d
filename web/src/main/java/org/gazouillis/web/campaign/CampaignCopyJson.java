package org.gazouillis.web.campaign;

/// A copied campaign, and how many posts it has.
public record CampaignCopyJson(CampaignJson campaign, int posts) {}
