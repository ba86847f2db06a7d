package org.gazouillis.rollup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// One engagement as the roll-up reads it. Numbers of subjects are 0 where there is none.
///
/// @param second when it happened, of the epoch
/// @param day    which day that was on the brand's clock, of the epoch
/// @param tags   numbers of the hashtags on the status
record Fact(
        long workspace,
        long brand,
        long account,
        long status,
        long campaign,
        long link,
        String kind,
        int person,
        boolean anonymous,
        long second,
        long day,
        List<Long> tags) {

    /// Hashtags get their numbers before anything of them is counted.
    private static final String NUMBER_HASHTAGS = """
            insert into hashtag (tag)
            select distinct t.tag from status s cross join unnest(s.hashtags) as t(tag)
            where s.id in (select status_id from engagement
                           where xid >= :low::xid8 and xid < :high::xid8 and status_id is not null)
              and not exists (select from hashtag h where h.tag = t.tag)
            order by t.tag on conflict do nothing
            """;
    private static final String TAGS = """
            select distinct s.id, h.id as tag
            from status s cross join unnest(s.hashtags) as t(tag) join hashtag h on h.tag = t.tag
            where s.id in (select status_id from engagement
                           where xid >= :low::xid8 and xid < :high::xid8 and status_id is not null)
            """;
    private static final String FACTS = """
            select e.workspace_id, e.brand_id, e.profile_id, e.status_id, e.campaign_id, e.link_id, e.kind, e.person_no,
              e.anonymous, floor(extract(epoch from e.at))::bigint as second,
              (e.at at time zone b.zone)::date - date '1970-01-01' as day
            from engagement e join brand b on b.workspace_id = e.workspace_id and b.id = e.brand_id
            where e.xid >= :low::xid8 and e.xid < :high::xid8
            """;

    /// The engagements of the transactions from `low` to before `high`.
    static List<Fact> read(Handle handle, String low, String high) {
        handle.createUpdate(NUMBER_HASHTAGS).bind("low", low).bind("high", high).execute();
        Map<Long, List<Long>> tags = new HashMap<>();
        handle.createQuery(TAGS)
                .bind("low", low)
                .bind("high", high)
                .map((row, context) -> tags.computeIfAbsent(row.getLong(1), status -> new ArrayList<>())
                        .add(row.getLong(2)))
                .list();
        return handle.createQuery(FACTS)
                .bind("low", low)
                .bind("high", high)
                .map((row, context) -> of(row, tags))
                .list();
    }

    private static Fact of(ResultSet row, Map<Long, List<Long>> tags) throws SQLException {
        long status = row.getLong("status_id");
        return new Fact(
                row.getLong("workspace_id"),
                row.getLong("brand_id"),
                row.getLong("profile_id"),
                status,
                row.getLong("campaign_id"),
                row.getLong("link_id"),
                row.getString("kind"),
                row.getInt("person_no"),
                row.getBoolean("anonymous"),
                row.getLong("second"),
                row.getLong("day"),
                tags.getOrDefault(status, List.of()));
    }
}
