package org.gazouillis.rollup;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The cells that engagements are added to, and how to find the cell of each. Every text here is SQL of our own.
enum Grain {
    QUARTER(
            "quarter_bucket",
            "workspace_id, brand_id, dimension, subject_id, quarter",
            "f.dimension, f.subject_id, date_bin('15 minutes', f.at, timestamptz '2000-01-01T00:00:00Z') as quarter",
            Grain.BY_DIMENSION,
            "from by_dimension f",
            Grain.FOLLOWERS),
    DAY(
            "day_bucket",
            "workspace_id, brand_id, dimension, subject_id, day",
            "f.dimension, f.subject_id, (f.at at time zone b.zone)::date as day",
            Grain.BY_DIMENSION,
            "from by_dimension f join brand b on b.workspace_id = f.workspace_id and b.id = f.brand_id",
            Grain.FOLLOWERS),
    STATUS(
            "status_total",
            "workspace_id, brand_id, status_id",
            "f.status_id",
            "",
            "from fact f where f.status_id is not null",
            "");

    /// Hashtags get their numbers before anything of them is counted, see [#NUMBER_HASHTAGS].
    static final String NUMBER_HASHTAGS = """
            insert into hashtag (tag)
            select distinct t.tag from status s cross join unnest(s.hashtags) as t(tag)
            where s.id in (select status_id from engagement
                           where xid >= :low::xid8 and xid < :high::xid8 and status_id is not null)
              and not exists (select from hashtag h where h.tag = t.tag)
            order by t.tag on conflict do nothing
            """;

    private static final String FACTS = """
            with fact as (
              select * from engagement where xid >= :low::xid8 and xid < :high::xid8)
            """;
    private static final String BY_DIMENSION = """
            , tagged as (
              select distinct s.id as status_id, h.id as tag_id
              from (select distinct status_id from fact) as seen join status s on s.id = seen.status_id
              cross join unnest(s.hashtags) as t(tag) join hashtag h on h.tag = t.tag),
            by_dimension as (
              select e.*, 'BRAND' as dimension, e.brand_id as subject_id from fact e
              union all select e.*, 'CAMPAIGN', e.campaign_id from fact e where e.campaign_id is not null
              union all select e.*, 'ACCOUNT', e.profile_id from fact e where e.profile_id is not null
              union all select e.*, 'STATUS', e.status_id from fact e where e.status_id is not null
              union all select e.*, 'LINK', e.link_id from fact e where e.link_id is not null
              union all select e.*, 'HASHTAG', t.tag_id from fact e join tagged t on t.status_id = e.status_id)
            """;
    private static final String FOLLOWERS = "follows unfollows";
    /// Of people who are told apart; clicks on links are anonymous.
    private static final String ENGAGES = "(f.kind in ('LIKE', 'REPOST', 'REPLY', 'PROFILE_CLICK', 'HASHTAG_CLICK', "
            + "'DETAIL_EXPAND', 'MEDIA_ENGAGEMENT') or f.kind = 'FOLLOW' and f.status_id is not null)";
    private static final String PEOPLE = """
            array_agg(distinct f.person_no) filter (where f.kind = 'VIEW' and not f.anonymous) as fresh_people,
            array_agg(distinct f.person_no) filter (where f.kind = 'VIEW' and f.anonymous) as fresh_anonymous,
            array_agg(distinct f.person_no) filter (where not f.anonymous and
            """ + ENGAGES + ") as fresh_engaged";

    private final String table;
    private final String key;
    private final String keyOfFact;
    private final String breakdown;
    private final String from;
    private final List<String> counts;

    Grain(String table, String key, String keyOfFact, String breakdown, String from, String more) {
        this.table = table;
        this.key = key;
        this.keyOfFact = keyOfFact;
        this.breakdown = breakdown;
        this.from = from;
        counts = Stream.concat(
                        Tally.COLUMNS.stream(), Stream.of(more.split(" ")).filter(count -> !count.isEmpty()))
                .toList();
    }

    /// Adds the counts of the range of transactions from `low` to before `high` to the cells.
    String addCounts() {
        String sums = counts.stream().map(Grain::sum).collect(Collectors.joining(", "));
        String additions = counts.stream()
                .map(count -> String.format(Locale.ROOT, "%1$s = cell.%1$s + excluded.%1$s", count))
                .collect(Collectors.joining(", "));
        return FACTS + breakdown + "insert into " + table + " as cell (" + key + ", " + String.join(", ", counts) + ") "
                + perCell(sums) + " on conflict (" + key + ") do update set " + additions;
    }

    /// Of each cell that the range's people touch: its row, its people so far, and who is new to the range.
    String touchedPeople() {
        return FACTS + breakdown + ", seen as (" + perCell(PEOPLE)
                + " having bool_or(f.kind = 'VIEW' or " + ENGAGES
                + ")) select cell.ctid::text as place, cell.people, cell.anonymous, cell.engaged, fresh_people, "
                + "fresh_anonymous, fresh_engaged from " + table + " cell join seen using (" + key + ")";
    }

    /// Writes a cell's people back. The row was changed by this very transaction, so its place is still the same.
    String storePeople() {
        return "update " + table + " set people = ?, reach = ?, reach_error = ?, anonymous = ?, anonymous_reach = ?, "
                + "engaged = ?, engaged_people = ? where ctid = ?::tid";
    }

    private String perCell(String aggregates) {
        String places = key.split(",").length == 3 ? "1, 2, 3" : "1, 2, 3, 4, 5";
        return "select f.workspace_id, f.brand_id, " + keyOfFact + ", " + aggregates + " " + from + " group by "
                + places;
    }

    private static String sum(String count) {
        return switch (count) {
            case "anonymous_views" -> "count(*) filter (where f.kind = 'VIEW' and f.anonymous)";
            case "likes", "reposts", "replies", "bookmarks" -> net(kind(count), "");
            case "status_follows" -> net("FOLLOW", " and f.status_id is not null");
            case "views",
                    "clicks",
                    "removed",
                    "profile_clicks",
                    "hashtag_clicks",
                    "detail_expands",
                    "media_engagements",
                    "follows",
                    "unfollows" -> gross(kind(count), "");
            default -> throw new IllegalArgumentException(count);
        };
    }

    /// `likes` counts the kind `LIKE`.
    private static String kind(String count) {
        String kind = count.equals("replies")
                ? "reply"
                : count.endsWith("s") ? count.substring(0, count.length() - 1) : count;
        return kind.toUpperCase(Locale.ROOT);
    }

    private static String net(String kind, String only) {
        return gross(kind, only) + " - " + gross("UN" + kind, only);
    }

    private static String gross(String kind, String only) {
        return "count(*) filter (where f.kind = '" + kind + "'" + only + ")";
    }
}
