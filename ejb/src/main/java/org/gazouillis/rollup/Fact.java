package org.gazouillis.rollup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

import static java.util.Objects.requireNonNull;

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
            where s.id = any (:statuses) and not exists (select from hashtag h where h.tag = t.tag)
            order by t.tag on conflict do nothing
            """;
    private static final String TAGS = """
            select distinct s.id, h.id as tag
            from status s cross join unnest(s.hashtags) as t(tag) left join hashtag h on h.tag = t.tag
            where s.id = any (:statuses)
            """;
    private static final String FACTS = """
            select e.workspace_id, e.brand_id, e.profile_id, e.status_id, e.campaign_id, e.link_id, e.kind, e.person_no,
              e.anonymous, floor(date_part('epoch', e.at))::bigint as second,
              (e.at at time zone b.zone)::date - date '1970-01-01' as day
            from engagement e join brand b on b.workspace_id = e.workspace_id and b.id = e.brand_id
            where e.xid >= :low::xid8 and e.xid < :high::xid8
            """;

    /// The engagements of the transactions from `low` to before `high`.
    static List<Fact> read(Handle handle, String low, String high) {
        Map<Long, List<Long>> tags = new HashMap<>();
        List<Fact> facts = handle.createQuery(FACTS)
                .bind("low", low)
                .bind("high", high)
                .map((row, context) -> of(row, tags))
                .list();
        Long[] statuses = tags.keySet().toArray(Long[]::new);
        if (readTags(handle, statuses, tags)) {
            tags.values().forEach(List::clear);
            handle.createUpdate(NUMBER_HASHTAGS).bind("statuses", statuses).execute();
            readTags(handle, statuses, tags);
        }
        return facts;
    }

    /// @return whether some hashtag has no number yet
    private static boolean readTags(Handle handle, Long[] statuses, Map<Long, List<Long>> tags) {
        return handle.createQuery(TAGS)
                .bind("statuses", statuses)
                .map((row, context) ->
                        requireNonNull(tags.get(row.getLong(1))).add(row.getLong(2)) && row.getLong(2) == 0)
                .list()
                .contains(true);
    }

    private static Fact of(ResultSet row, Map<Long, List<Long>> tags) throws SQLException {
        long status = row.getLong(4);
        return new Fact(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                status,
                row.getLong(5),
                row.getLong(6),
                row.getString(7),
                row.getInt(8),
                row.getBoolean(9),
                row.getLong(10),
                row.getLong(11),
                tags.computeIfAbsent(status, fresh -> new ArrayList<>()));
    }
}
