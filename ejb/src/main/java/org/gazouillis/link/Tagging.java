package org.gazouillis.link;

import java.util.HashMap;
import java.util.Map;
import org.gazouillis.campaign.CampaignNotFound;
import org.gazouillis.campaign.UtmTemplate;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.kernel.PostId;
import org.gazouillis.kernel.WorkspaceId;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Writes a campaign's UTM parameters into an address.
final class Tagging {
    private final Handle handle;
    private final WorkspaceId workspace;
    private final BrandId brand;
    private final Map<CampaignId, Names> known = new HashMap<>();

    Tagging(Handle handle, WorkspaceId workspace, BrandId brand) {
        this.handle = handle;
        this.workspace = workspace;
        this.brand = brand;
    }

    /// @throws CampaignNotFound when the brand has no such campaign
    LinkTarget tagged(
            LinkTarget target, @Nullable CampaignId campaign, @Nullable String network, @Nullable PostId post) {
        if (campaign == null) {
            return target;
        }
        Names names = known.computeIfAbsent(campaign, this::names);
        Map<String, String> variables = new HashMap<>();
        variables.put("campaign", names.slug());
        variables.put("campaign_id", campaign.toString());
        variables.put("brand", names.handle());
        variables.put("network", network == null ? "" : network);
        variables.put("post", post == null ? "" : post.toString());
        return new LinkTarget(Utm.add(target.text(), UtmTemplate.of(names.utm()).fill(variables)));
    }

    private Names names(CampaignId campaign) {
        return handle.createQuery("""
                        select c.slug, c.utm, b.handle from campaign c
                        join brand b on b.workspace_id = c.workspace_id and b.id = c.brand_id
                        where c.workspace_id = :workspace and c.brand_id = :brand and c.id = :campaign
                        """)
                .bind("workspace", workspace)
                .bind("brand", brand)
                .bind("campaign", campaign)
                .map(Sql.row(Names.class))
                .findOne()
                .orElseThrow(() -> new CampaignNotFound(campaign));
    }

    record Names(String slug, String utm, String handle) {}
}
