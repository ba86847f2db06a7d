package org.gazouillis.listen;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gazouillis.index.KnownList;
import org.gazouillis.index.SearchScope;
import org.gazouillis.index.Standpoint;
import org.gazouillis.kernel.AlertId;
import org.gazouillis.kernel.MemberId;
import org.gazouillis.kernel.WorkspaceId;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// An alert with its query and what its member may see now, as the background reads it. Alerts whose search was
/// removed, or is no longer shared with their member, are not there; nor are those of members who may not come in.
record WatchRow(
        WorkspaceId workspaceId,
        AlertId id,
        MemberId memberId,
        String name,
        String query,
        @Nullable Long onlyBrand,
        String searchZone,
        List<Long> brands,
        List<String> handles,
        List<Long> campaigns,
        List<String> campaignNames,
        String lists,
        String zone,
        boolean muted,
        String digest,
        @Nullable LocalTime quietFrom,
        @Nullable LocalTime quietTo,
        double strength,
        int least) {
    /// What each member sees is read once, however much they watch; campaigns and lists only for queries that name one.
    private static final String LIVE = """
            with wanted as (
              select * from alert where kind = :kind and removed_at is null and (:all or id = any (:ids))),
            sees as (
              select workspace_id, member_id, array_agg(brand_id order by brand_id) as brands,
                     array_agg(handle order by brand_id) as handles
              from (
                select distinct r.workspace_id, r.member_id, b.id as brand_id, b.handle
                from membership r
                join brand b on b.workspace_id = r.workspace_id and (r.brand_id is null or r.brand_id = b.id)
                where r.member_id in (select member_id from wanted)) one
              group by workspace_id, member_id)
            select a.workspace_id, a.id, a.member_id, q.name, q.query, q.only_brand_id as only_brand,
                   coalesce(o.zone, 'UTC') as search_zone, coalesce(s.brands, '{}') as brands,
                   coalesce(s.handles, '{}') as handles, coalesce(k.ids, '{}') as campaigns,
                   coalesce(k.names, '{}') as campaign_names,
                   case when q.query ~* 'list:' then (""" + NamedLists.sql("m.profile_id", "a.workspace_id", "s.brands") + """
                   ) else '[]' end as lists, a.zone, a.muted, a.digest, a.quiet_from, a.quiet_to, a.strength, a.least
            from wanted a
            join saved_search q on q.workspace_id = a.workspace_id and q.id = a.search_id and q.removed_at is null
            join member m on m.workspace_id = a.workspace_id and m.id = a.member_id and m.disabled_at is null
            left join brand o on o.workspace_id = q.workspace_id and o.id = q.only_brand_id
            left join sees s on s.workspace_id = a.workspace_id and s.member_id = a.member_id
            left join lateral (
              select array_agg(c.id order by c.id, n.name) as ids, array_agg(n.name order by c.id, n.name) as names
              from campaign c cross join lateral unnest(array[c.slug, c.name]) as n (name)
              where q.query ~* 'campaign:' and c.workspace_id = a.workspace_id and c.brand_id = any (s.brands)) k on true
            where (q.member_id = a.member_id or q.brand_id = any (s.brands))
              and (q.only_brand_id is null or q.only_brand_id = any (s.brands))
            """;

    static List<WatchRow> all(Handle handle, Alert.Kind kind) {
        return read(handle, kind, true, Set.of());
    }

    static List<WatchRow> some(Handle handle, Alert.Kind kind, Set<Long> ids) {
        return read(handle, kind, false, ids);
    }

    private static List<WatchRow> read(Handle handle, Alert.Kind kind, boolean all, Set<Long> ids) {
        return handle.createQuery(LIVE)
                .bind("kind", kind.name())
                .bind("all", all)
                .bind("ids", ids.toArray(Long[]::new))
                .map(Sql.row(WatchRow.class))
                .list();
    }

    Question question() {
        return new Question(
                query,
                new SearchScope(workspaceId.value(), new HashSet<>(brands), onlyBrand),
                ZoneId.of(searchZone),
                SearchStandpoint.byName(handles, brands),
                SearchStandpoint.byName(campaignNames, campaigns),
                NamedLists.read(lists));
    }

    AlertWish wish() {
        QuietHours quiet = quietFrom == null || quietTo == null ? null : new QuietHours(quietFrom, quietTo);
        return new AlertWish(Digest.valueOf(digest), quiet, ZoneId.of(zone), muted, strength, least);
    }

    /// What is asked, and all that its answer depends on.
    ///
    /// @param brands ids by name, of those that the member sees
    /// @param campaigns ids by name, of those brands, if the query names a campaign
    /// @param lists the member's own and those of these brands, if the query names a list
    record Question(
            String query,
            SearchScope scope,
            ZoneId zone,
            Map<String, Set<Long>> brands,
            Map<String, Set<Long>> campaigns,
            List<KnownList> lists) {
        Standpoint standpoint(Instant now) {
            return new Standpoint(zone, now, brands, campaigns, lists);
        }
    }
}
