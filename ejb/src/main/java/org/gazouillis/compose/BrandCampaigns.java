package org.gazouillis.compose;

import org.gazouillis.campaign.CampaignNotFound;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.tenancy.MemberScope;
import org.jdbi.v3.core.Handle;

/// Whose campaign is it?
public final class BrandCampaigns {
    private BrandCampaigns() {}

    /// @throws CampaignNotFound when it is not the brand's
    public static void require(Handle handle, MemberScope member, BrandId brand, CampaignId campaign) {
        boolean exists = handle.createQuery("""
                        select exists (select from campaign
                          where workspace_id = :workspace and brand_id = :brand and id = :campaign)
                        """)
                .bind("workspace", member.workspace())
                .bind("brand", brand)
                .bind("campaign", campaign)
                .mapTo(Boolean.class)
                .one();
        if (!exists) {
            throw new CampaignNotFound(campaign);
        }
    }
}
