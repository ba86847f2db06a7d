package org.gazouillis.link;

import java.util.List;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.kernel.LinkId;
import org.gazouillis.kernel.PostId;
import org.gazouillis.kernel.WorkspaceId;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// A post that says addresses of ours: the short links of its brand among them that belong to no post yet become its
/// own. From then on their clicks count for it, and their UTM parameters name it.
///
/// @param text all that it says
public record LinkedPost(WorkspaceId workspace, BrandId brand, PostId post, String text) {
    /// Within the caller's transaction on the worker's database; may be repeated.
    ///
    /// @return how many links are new to it
    public int adopt(Handle handle, OwnAddress own) {
        List<String> codes = own.codes(text);
        if (codes.isEmpty()) {
            return 0;
        }
        List<Free> free = handle.createQuery("""
                        select id, typed, campaign_id from short_link
                        where workspace_id = :workspace and brand_id = :brand and post_id is null
                          and lower(code) = any (:codes)
                        """)
                .bind("workspace", workspace)
                .bind("brand", brand)
                .bind("codes", codes.toArray(String[]::new))
                .map(Sql.row(Free.class))
                .list();
        free.forEach(link -> adopt(handle, link));
        return free.size();
    }

    private void adopt(Handle handle, Free link) {
        LinkTarget target = new Tagging(handle, workspace, brand)
                .tagged(new LinkTarget(link.typed()), link.campaignId(), LinkRows.NETWORK, post);
        handle.createUpdate("""
                        update short_link set post_id = :post, target = :target, version = version + 1
                        where workspace_id = :workspace and id = :id and post_id is null
                        """)
                .bind("post", post)
                .bind("target", target.text())
                .bind("workspace", workspace)
                .bind("id", link.id())
                .execute();
    }

    record Free(LinkId id, String typed, @Nullable CampaignId campaignId) {}
}
