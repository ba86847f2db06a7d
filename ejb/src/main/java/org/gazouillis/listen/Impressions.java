package org.gazouillis.listen;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gazouillis.index.StatusIndex;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/// Tells an index how often statuses were seen: at first all of it, then what the roll-up has added since, and the
/// figures that imported statuses bring along. Views are no facts of the outbox, since there are far too many.
final class Impressions {
    private static final int BATCH = 50_000;
    private static final String TOTALS = """
            select workspace_id as key0, brand_id as key1, status_id as key2, status_id as id,
                   least(views, 2147483647)::int as impressions
            from status_total where views > 0 and (workspace_id, brand_id, status_id) > (:key0, :key1, :key2)
            order by workspace_id, brand_id, status_id limit :limit
            """;
    private static final String IMPORTED = """
            select id as key0, id, least(impressions, 2147483647)::int as impressions from imported_status
            where impressions > 0 and id > :key0 order by id limit :limit
            """;
    private static final long EVERY = Duration.ofSeconds(1).toNanos();

    private final Jdbi db;
    private final StatusIndex index;
    /// Before which transaction all views are known.
    private String known = "";
    private long followedAt = System.nanoTime();

    Impressions(Jdbi db, StatusIndex index) {
        this.db = db;
        this.index = index;
    }

    /// Tells all. What is added meanwhile is told once more.
    void load() {
        known = db.withHandle(Impressions::sealed);
        pages(TOTALS, List.of(0L, 0L, 0L));
        pages(IMPORTED, List.of(0L));
    }

    /// Page after page by key: the index may lie in a cluster, and no transaction waits for that.
    private void pages(String sql, List<Long> first) {
        List<Long> after = first;
        List<Seen> page;
        do {
            page = read(sql, after);
            tell(page);
            after = page.isEmpty() ? after : page.getLast().key();
        } while (page.size() == BATCH);
    }

    private List<Seen> read(String sql, List<Long> after) {
        return db.withHandle(handle -> {
            Query query = handle.createQuery(sql).bind("limit", BATCH);
            for (int part = 0; part < after.size(); part++) {
                query.bind("key" + part, after.get(part));
            }
            return seen(query, after.size());
        });
    }

    /// Tells what was rolled up since the last time, once a second.
    void follow() {
        long now = System.nanoTime();
        if (now - followedAt >= EVERY) {
            followedAt = now;
            String sealed = db.withHandle(Impressions::sealed);
            if (!sealed.equals(known)) {
                tell(db.withHandle(handle -> seen(since(handle, sealed), 0)));
                known = sealed;
            }
        }
    }

    private Query since(Handle handle, String sealed) {
        return handle.createQuery("""
                        select t.status_id as id, least(t.views, 2147483647)::int as impressions
                        from (select distinct workspace_id, brand_id, status_id from engagement
                              where xid >= :from::xid8 and xid < :to::xid8 and kind = 'VIEW') seen
                        join status_total t on t.workspace_id = seen.workspace_id and t.brand_id = seen.brand_id
                          and t.status_id = seen.status_id
                        """).bind("from", known).bind("to", sealed);
    }

    /// Those of the batch that one `StatusImported` announced.
    void importedBy(long outboxId) {
        tell(db.withHandle(handle -> seen(handle.createQuery("""
                        select i.id, least(i.impressions, 2147483647)::int as impressions
                        from outbox o join import_run r on r.id = o.subject
                        join imported_status i on i.workspace_id = r.workspace_id and i.import_id = r.id
                        where o.id = :outbox and i.impressions > 0
                          and i.line between (o.payload ->> 'from')::bigint and (o.payload ->> 'to')::bigint
                        """).bind("outbox", outboxId), 0)));
    }

    private static String sealed(Handle handle) {
        return handle.createQuery("select sealed::text from rollup_mark where name = 'engagement'")
                .mapTo(String.class)
                .one();
    }

    /// @param key how many columns tell where a page ends
    private static List<Seen> seen(Query query, int key) {
        return query.map((row, _) -> {
                    List<Long> place = new ArrayList<>();
                    for (int part = 0; part < key; part++) {
                        place.add(row.getLong("key" + part));
                    }
                    return new Seen(row.getLong("id"), row.getInt("impressions"), place);
                })
                .list();
    }

    private void tell(List<Seen> seen) {
        Map<Long, Integer> impressions = new HashMap<>();
        seen.forEach(each -> impressions.put(each.id(), each.impressions()));
        index.see(impressions);
    }

    private record Seen(long id, int impressions, List<Long> key) {}
}
