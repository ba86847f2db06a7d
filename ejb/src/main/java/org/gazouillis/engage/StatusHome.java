package org.gazouillis.engage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.microblog.SecondText;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Whose a status is.
///
/// @param original itself, or what it reposts
/// @param columns what stands in an engagement beside who did what: workspace, brand, profile, status, post and
///     campaign, as `COPY` takes them
/// @param trial its second text, if it has one now
record StatusHome(
        long original,
        long profile,
        String columns,
        @Nullable SecondText trial) {

    /// Of each that is a brand's and was not removed.
    static Map<StatusId, StatusHome> of(Handle handle, Collection<StatusId> statuses) {
        Map<StatusId, StatusHome> homes = new HashMap<>();
        handle.createQuery("""
                        select s.id, o.id, o.profile_id, concat_ws(e'\\t', a.workspace_id, a.brand_id, o.profile_id, o.id,
                          coalesce(p.post_id::text, e'\\\\N'), coalesce(c.campaign_id::text, e'\\\\N')), v.key, v.share
                        from status s
                        join status o on o.id = coalesce(s.repost_of, s.id) and o.removed_at is null
                        join social_account a on a.profile_id = o.profile_id
                        left join publication p on p.id = o.publication_id and p.workspace_id = a.workspace_id
                        left join status_variant v on v.status_id = o.id
                        left join post c on c.workspace_id = p.workspace_id and c.id = p.post_id
                        where s.id = any (:statuses)
                        """)
                .bind("statuses", statuses.stream().map(StatusId::value).toArray(Long[]::new))
                .map((row, context) -> Map.entry(
                        new StatusId(row.getLong(1)),
                        new StatusHome(row.getLong(2), row.getLong(3), row.getString(4), trial(row))))
                .forEach(home -> homes.put(home.getKey(), home.getValue()));
        return homes;
    }

    private static @Nullable SecondText trial(ResultSet row) throws SQLException {
        byte[] key = row.getBytes(5);
        return key == null ? null : new SecondText(key, row.getDouble(6));
    }
}
