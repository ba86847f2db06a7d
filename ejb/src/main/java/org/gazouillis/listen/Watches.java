package org.gazouillis.listen;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gazouillis.index.Standpoint;
import org.gazouillis.index.StatusDocument;
import org.gazouillis.index.percolate.Sighting;
import org.gazouillis.index.percolate.Watch;
import org.gazouillis.index.percolate.Watchlist;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/// This node's copy of what is watched. The database is the truth; what is read again and has not changed costs
/// nothing. For one thread.
final class Watches implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Watches.class);

    private final Jdbi db;
    private final Watchlist list = new Watchlist();
    private final Clock clock;
    private final Map<Long, WatchRow.Question> known = new HashMap<>();

    Watches(Jdbi db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// Reads all of them: at the start, and now and then for what nobody announces, such as a member's new brand.
    void readAll() {
        List<WatchRow> rows = db.withHandle(handle -> WatchRow.all(handle, Alert.Kind.MATCH));
        Set<Long> gone = new HashSet<>(known.keySet());
        rows.forEach(row -> gone.remove(row.id().value()));
        take(rows, gone);
    }

    /// Reads those again of which a change was announced.
    void read(Set<Long> ids) {
        List<WatchRow> rows = db.withHandle(handle -> WatchRow.some(handle, Alert.Kind.MATCH, ids));
        Set<Long> gone = new HashSet<>(ids);
        rows.forEach(row -> gone.remove(row.id().value()));
        take(rows, gone);
    }

    /// Reads those again that name a list: somebody's lists have changed.
    void readListed() {
        Set<Long> listed = known.entrySet().stream()
                .filter(watch -> Standpoint.needsLists(watch.getValue().query()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        if (!listed.isEmpty()) {
            read(listed);
        }
    }

    private void take(List<WatchRow> rows, Collection<Long> gone) {
        List<Watch> fresh = new ArrayList<>();
        for (WatchRow row : rows) {
            WatchRow.Question asked = row.question();
            long id = row.id().value();
            if (!asked.equals(known.put(id, asked))) {
                fresh.add(new Watch(id, asked.query(), asked.scope(), asked.standpoint(clock.instant())));
            }
        }
        if (!fresh.isEmpty()) {
            list.put(fresh)
                    .forEach((alert, fault) -> LOG.warnf(
                            "Alert %d watches nothing until its query is mended: %s", alert, fault.getMessage()));
        }
        list.remove(gone);
        gone.forEach(known::remove);
    }

    boolean isEmpty() {
        return known.isEmpty();
    }

    /// A status that cannot be matched is passed over and named in the log, so that it holds up no other.
    List<Sighting> match(List<StatusDocument> statuses) {
        try {
            return list.match(statuses);
        } catch (RuntimeException failure) {
            if (statuses.size() == 1) {
                LOG.errorf(
                        failure,
                        "No alert has looked at status %d",
                        statuses.getFirst().id());
                return List.of();
            }
            return statuses.stream()
                    .flatMap(status -> match(List.of(status)).stream())
                    .toList();
        }
    }

    @Override
    public void close() {
        list.close();
    }
}
