package org.gazouillis.campaign;

import org.gazouillis.kernel.CampaignId;

/// The brand has no such campaign, or the member may not know of it: both answer alike.
public final class CampaignNotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CampaignNotFound(CampaignId campaign) {
        super("The brand has no campaign " + campaign + ". GET /api/desk/v1/brands/{brand}/campaigns lists them.");
    }
}
