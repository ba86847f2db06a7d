package org.gazouillis.rollup;

import java.util.Locale;

/// The cells that engagements are added to, and how to find the cell of each. Every text here is SQL of our own.
enum Grain {
    QUARTER(
            "quarter_bucket",
            "workspace_id, brand_id, dimension, subject_id, quarter",
            "d.dimension, d.subject_id, date_bin('15 minutes', e.at, timestamptz '2000-01-01T00:00:00Z') as quarter",
            Grain.BY_DIMENSION,
            Grain.ALL_COUNTS),
    DAY(
            "day_bucket",
            "workspace_id, brand_id, dimension, subject_id, day",
            "d.dimension, d.subject_id, (e.at at time zone b.zone)::date as day",
            "join brand b on b.workspace_id = e.workspace_id and b.id = e.brand_id " + Grain.BY_DIMENSION,
            Grain.ALL_COUNTS),
    STATUS("status_total", "workspace_id, brand_id, status_id", "e.status_id", "", Grain.STATUS_COUNTS);

    private static final String BY_DIMENSION = """
            join lateral (values ('BRAND', e.brand_id), ('CAMPAIGN', e.campaign_id)) as d(dimension, subject_id)
              on d.subject_id is not null
            """;
    private static final String STATUS_COUNTS = "views anonymous_views likes reposts replies clicks";
    private static final String ALL_COUNTS = STATUS_COUNTS + " follows unfollows";

    private final String table;
    private final String key;
    private final String facts;
    private final String[] counts;

    Grain(String table, String key, String keyOfFact, String joins, String counts) {
        this.table = table;
        this.key = key;
        this.counts = counts.split(" ");
        this.facts = "e.workspace_id, e.brand_id, " + keyOfFact + ", %s from engagement e " + joins
                + " where e.xid >= :low::xid8 and e.xid < :high::xid8 and %s"
                + " group by " + (key.split(",").length == 3 ? "1, 2, 3" : "1, 2, 3, 4, 5");
    }

    /// Adds the counts of the range of transactions from `low` to before `high` to the cells.
    String addCounts() {
        StringBuilder sums = new StringBuilder();
        StringBuilder additions = new StringBuilder();
        for (String count : counts) {
            sums.append(sums.isEmpty() ? "" : ", ").append(sum(count));
            additions
                    .append(additions.isEmpty() ? "" : ", ")
                    .append(String.format(Locale.ROOT, "%1$s = cell.%1$s + excluded.%1$s", count));
        }
        String ofMyKind = this == STATUS ? "e.status_id is not null" : "true";
        return "insert into " + table + " as cell (" + key + ", " + String.join(", ", counts) + ") select "
                + String.format(Locale.ROOT, facts, sums, ofMyKind) + " on conflict (" + key + ") do update set "
                + additions;
    }

    /// Of each cell that the range's views touch: its row, its people so far, and who is new to the range.
    String touchedPeople() {
        String people = """
                array_agg(distinct e.person_no) filter (where not e.anonymous) as fresh_people,
                array_agg(distinct e.person_no) filter (where e.anonymous) as fresh_anonymous
                """;
        return "with seen as (select " + String.format(Locale.ROOT, facts, people, "e.kind = 'VIEW'") + ") "
                + "select cell.ctid::text as place, cell.people, cell.anonymous, fresh_people, fresh_anonymous from "
                + table + " cell join seen using (" + key + ")";
    }

    /// Writes a cell's people back. The row was changed by this very transaction, so its place is still the same.
    String storePeople() {
        return "update " + table + " set people = ?, reach = ?, anonymous = ?, anonymous_reach = ? where ctid = ?::tid";
    }

    private static String sum(String count) {
        return switch (count) {
            case "views" -> gross("VIEW");
            case "anonymous_views" -> "count(*) filter (where e.kind = 'VIEW' and e.anonymous)";
            case "likes" -> gross("LIKE") + " - " + gross("UNLIKE");
            case "reposts" -> gross("REPOST") + " - " + gross("UNREPOST");
            case "replies" -> gross("REPLY") + " - " + gross("UNREPLY");
            case "clicks" -> gross("CLICK");
            case "follows" -> gross("FOLLOW");
            case "unfollows" -> gross("UNFOLLOW");
            default -> throw new IllegalArgumentException(count);
        };
    }

    private static String gross(String kind) {
        return "count(*) filter (where e.kind = '" + kind + "')";
    }
}
