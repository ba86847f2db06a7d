package org.gazouillis.campaign;

import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.CampaignId;

/// A campaign and its copy.
///
/// @param days how much later everything in the copy is
public record CopiedCampaign(BrandId brand, CampaignId original, CampaignId copy, int days) {}
