package org.gazouillis.dashboard;

import org.gazouillis.kernel.CampaignId;

/// A campaign to narrow a brand's figures to.
public record CampaignChoice(CampaignId id, String name) {}
