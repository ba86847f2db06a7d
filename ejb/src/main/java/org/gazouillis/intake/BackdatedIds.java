package org.gazouillis.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gazouillis.kernel.TimeOrderedIds;
import org.jdbi.v3.core.Handle;

/// Finds ids for statuses of the past: time-ordered by their own date, with the node [TimeOrderedIds#MAX_NODE] that
/// no running node has. Where a file knows only whole seconds, its statuses are spread over that second by a digest
/// of their foreign id. A status that is known keeps its id. One importer at a time, by an advisory lock.
final class BackdatedIds {
    private static final int SEQUENCES = 1_024;
    private static final int MILLIS = 1_000;

    private final Handle handle;
    private final ImportJob job;

    BackdatedIds(Handle handle, ImportJob job) {
        this.handle = handle;
        this.job = job;
    }

    record Key(String source, String foreignId) {}

    static Key key(ForeignStatus status) {
        return new Key(status.source(), status.foreignId());
    }

    /// An id for each of the statuses, whose keys are all different, in their order.
    List<Long> of(List<ForeignStatus> statuses) {
        handle.execute("select pg_advisory_xact_lock(hashtext('imported_status.id'))");
        var ids = known(statuses);
        var taken = new HashSet<>(ids.values());
        var open = new ArrayList<>(statuses.stream()
                .filter(status -> !ids.containsKey(key(status)))
                .toList());
        for (int attempt = 0; !open.isEmpty(); attempt++) {
            var wanted = new HashMap<Key, Long>();
            for (var status : open) {
                var candidate = candidate(status, attempt);
                if (taken.add(candidate)) {
                    wanted.put(key(status), candidate);
                }
            }
            wanted.values().removeAll(used(wanted.values().toArray(Long[]::new)));
            ids.putAll(wanted);
            open.removeIf(status -> wanted.containsKey(key(status)));
        }
        return statuses.stream()
                .map(status -> ids.getOrDefault(key(status), 0L))
                .toList();
    }

    private Map<Key, Long> known(List<ForeignStatus> statuses) {
        return new HashMap<>(handle.createQuery("""
                        select s.source, s.foreign_id, s.id from imported_status s
                        join unnest(:sources, :foreignIds) as k(source, foreign_id)
                          on s.source = k.source and s.foreign_id = k.foreign_id
                        where s.workspace_id = :workspace and s.brand_id = :brand
                        """)
                .bind("sources", statuses.stream().map(ForeignStatus::source).toArray(String[]::new))
                .bind(
                        "foreignIds",
                        statuses.stream().map(ForeignStatus::foreignId).toArray(String[]::new))
                .bind("workspace", job.workspace())
                .bind("brand", job.brand())
                .reduceRows(new HashMap<Key, Long>(), (map, row) -> {
                    map.put(
                            new Key(row.getColumn("source", String.class), row.getColumn("foreign_id", String.class)),
                            row.getColumn("id", Long.class));
                    return map;
                }));
    }

    private Set<Long> used(Long[] candidates) {
        return new HashSet<>(handle.createQuery("select id from imported_status where id = any(:ids)")
                .bind("ids", candidates)
                .mapTo(Long.class)
                .list());
    }

    private long candidate(ForeignStatus status, int attempt) {
        int spread = spread(status);
        long millis = status.createdAt().toEpochMilli();
        if (millis % MILLIS == 0) {
            millis += Integer.remainderUnsigned(spread, MILLIS);
        }
        int sequence = ((spread >>> 20) + attempt) % SEQUENCES;
        return (millis << 16) | ((long) TimeOrderedIds.MAX_NODE << 10) | sequence;
    }

    private int spread(ForeignStatus status) {
        int hash = (status.source() + "\n" + status.foreignId() + "\n" + job.brand()).hashCode();
        hash ^= hash >>> 16;
        hash *= 0x85ebca6b;
        hash ^= hash >>> 13;
        hash *= 0xc2b2ae35;
        return hash ^ (hash >>> 16);
    }
}
