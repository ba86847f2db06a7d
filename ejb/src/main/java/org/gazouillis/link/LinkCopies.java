package org.gazouillis.link;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gazouillis.campaign.CopiedCampaign;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.kernel.LinkId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/// Short links for the posts of a campaign that was copied. Each leads where the one that it stands for leads, under a
/// code of its own, so that its clicks count for the copy; UTM parameters name the copy where they named the original,
/// and its end comes as many days later as the posts do.
public record LinkCopies(MemberScope member, CopiedCampaign campaign, TimeOrderedIds ids) {
    /// Within the caller's transaction.
    ///
    /// @param codes in lower case
    /// @return the new codes by the old ones; those that are none of the brand's, or were deleted, are left out
    public Map<String, String> make(Handle handle, Collection<String> codes) {
        List<Copied> wanted = copied(handle, codes);
        Map<String, String> made = new LinkedHashMap<>();
        while (!wanted.isEmpty()) {
            Map<Copied, String> tried = new LinkedHashMap<>();
            wanted.forEach(each -> tried.put(each, Codes.make()));
            wanted = insert(handle, tried, made);
        }
        return made;
    }

    private List<Copied> copied(Handle handle, Collection<String> codes) {
        Tagging tagging = new Tagging(handle, member.workspace(), campaign.brand());
        return handle
                .createQuery("""
                        select lower(code) as code, typed, target, campaign_id, id from short_link
                        where workspace_id = :workspace and brand_id = :brand and deleted_at is null
                          and lower(code) = any (:codes) order by id
                        """)
                .bind("workspace", member.workspace())
                .bind("brand", campaign.brand())
                .bind("codes", codes.toArray(String[]::new))
                .map(Sql.row(Copied.class))
                .list()
                .stream()
                .map(each -> campaign.original().equals(each.campaignId()) ? retagged(tagging, each) : each)
                .toList();
    }

    private Copied retagged(Tagging tagging, Copied link) {
        LinkTarget target = tagging.tagged(new LinkTarget(link.typed()), campaign.copy(), LinkRows.NETWORK, null);
        return new Copied(link.code(), link.typed(), target.text(), campaign.copy(), link.id());
    }

    /// @return those whose new code was given before
    private List<Copied> insert(Handle handle, Map<Copied, String> tried, Map<String, String> made) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into short_link (workspace_id, id, brand_id, campaign_id, code, typed, target, created_by,
                                        created_at, expires_at, disabled_at)
                select workspace_id, :id, brand_id, :campaign, :code, typed, :target, :member, now(),
                       expires_at + :days * interval '1 day', disabled_at
                from short_link where workspace_id = :workspace and id = :old
                on conflict do nothing
                """);
        tried.forEach((link, code) -> batch.bind("id", ids.next())
                .bind(
                        "campaign",
                        link.campaignId() == null
                                ? null
                                : Long.valueOf(link.campaignId().value()))
                .bind("code", code)
                .bind("target", link.target())
                .bind("member", member.member())
                .bind("days", campaign.days())
                .bind("workspace", member.workspace())
                .bind("old", link.id())
                .add());
        int[] written = batch.execute();
        List<Copied> taken = new ArrayList<>();
        int at = 0;
        for (Map.Entry<Copied, String> each : tried.entrySet()) {
            if (written[at++] == 1) {
                made.put(each.getKey().code(), each.getValue());
            } else {
                taken.add(each.getKey());
            }
        }
        return taken;
    }

    record Copied(
            String code,
            String typed,
            String target,
            @Nullable CampaignId campaignId,
            LinkId id) {}
}
