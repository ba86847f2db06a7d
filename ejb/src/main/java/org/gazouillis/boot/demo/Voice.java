package org.gazouillis.boot.demo;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;

/// A brand as the cast made it: who speaks, through which account, in which campaigns.
///
/// @param member somebody who may write for it
/// @param campaigns ids by slug
record Voice(
        Script script,
        long workspace,
        long brand,
        long account,
        long profile,
        long member,
        Map<String, Long> campaigns) {
    static Voice of(Handle handle, Script script) {
        Found found = handle.createQuery("""
                        select a.workspace_id as workspace, a.brand_id as brand, a.id as account,
                               a.profile_id as profile, min(m.member_id) as member
                        from brand b
                        join social_account a on a.workspace_id = b.workspace_id and a.brand_id = b.id
                        join membership m on m.workspace_id = b.workspace_id and m.role in ('OWNER', 'MANAGER')
                             and (m.brand_id is null or m.brand_id = b.id)
                        where b.handle = :handle group by a.workspace_id, a.brand_id, a.id, a.profile_id
                        """)
                .bind("handle", script.handle())
                .map(Sql.row(Found.class))
                .one();
        return new Voice(
                script,
                found.workspace(),
                found.brand(),
                found.account(),
                found.profile(),
                found.member(),
                campaigns(handle, found));
    }

    private static Map<String, Long> campaigns(Handle handle, Found brand) {
        List<Campaign> rows = handle.createQuery(
                        "select slug, id from campaign where workspace_id = :workspace and brand_id = :brand")
                .bind("workspace", brand.workspace())
                .bind("brand", brand.brand())
                .map(Sql.row(Campaign.class))
                .list();
        return rows.stream().collect(Collectors.toMap(Campaign::slug, Campaign::id));
    }

    record Found(long workspace, long brand, long account, long profile, long member) {}

    record Campaign(String slug, long id) {}
}
