package org.gazouillis.listen;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.gazouillis.index.StatusIndex;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/// Tells an index how often statuses were seen: at first all of it, then what the roll-up has added since, and the
/// figures that imported statuses bring along. Views are no facts of the outbox, since there are far too many.
final class Impressions {
    private static final int BATCH = 50_000;
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
        db.useTransaction(handle -> tell(handle.createQuery("""
                        select status_id as id, least(views, 2147483647)::int as impressions from status_total
                        where views > 0
                        union all select id, least(impressions, 2147483647)::int from imported_status
                        where impressions > 0
                        """).setFetchSize(BATCH)));
    }

    /// Tells what was rolled up since the last time, once a second.
    void follow() {
        long now = System.nanoTime();
        if (now - followedAt >= EVERY) {
            followedAt = now;
            db.useHandle(handle -> {
                String sealed = sealed(handle);
                if (!sealed.equals(known)) {
                    tell(since(handle, sealed));
                    known = sealed;
                }
            });
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
        db.useHandle(handle -> tell(handle.createQuery("""
                        select i.id, least(i.impressions, 2147483647)::int as impressions
                        from outbox o join import_run r on r.id = o.subject
                        join imported_status i on i.workspace_id = r.workspace_id and i.import_id = r.id
                        where o.id = :outbox and i.impressions > 0
                          and i.line between (o.payload ->> 'from')::bigint and (o.payload ->> 'to')::bigint
                        """).bind("outbox", outboxId)));
    }

    private static String sealed(Handle handle) {
        return handle.createQuery("select sealed::text from rollup_mark where name = 'engagement'")
                .mapTo(String.class)
                .one();
    }

    private void tell(Query query) {
        Map<Long, Integer> batch = new HashMap<>();
        query.map((row, _) -> Map.entry(row.getLong("id"), row.getInt("impressions")))
                .forEach(seen -> {
                    batch.put(seen.getKey(), seen.getValue());
                    if (batch.size() == BATCH) {
                        index.see(batch);
                        batch.clear();
                    }
                });
        index.see(batch);
    }
}
