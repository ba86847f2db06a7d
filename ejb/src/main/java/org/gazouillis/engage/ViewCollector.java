package org.gazouillis.engage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.tenancy.Sql;
import org.gazouillis.tenancy.WorkerDb;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/// Takes the beacons of readers and stores the views that count by [ViewRules]. When it answers, they are stored.
///
/// It works on the worker's database: a reader of one workspace is a viewer of another's statuses.
@ApplicationScoped
public class ViewCollector {
    private final Jdbi db;
    private final Clock clock;

    @Inject
    public ViewCollector(@WorkerDb Jdbi db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    ViewCollector() {
        this(Jdbi.create("jdbc:none"), Clock.systemUTC());
    }

    /// @throws TooManyViews above [ViewRules#MOST_PER_CALL]
    public ViewReceipt collect(Viewer viewer, @Nullable String userAgent, List<Sighting> seen) {
        if (seen.size() > ViewRules.MOST_PER_CALL) {
            throw new TooManyViews(seen.size());
        }
        if (seen.isEmpty() || ViewRules.isProgram(userAgent)) {
            return new ViewReceipt(0, seen.size());
        }
        int accepted = db.inTransaction(handle -> store(handle, viewer, seen));
        return new ViewReceipt(accepted, seen.size() - accepted);
    }

    private int store(Handle handle, Viewer viewer, List<Sighting> seen) {
        Optional<Person> person = person(handle, viewer);
        if (person.isEmpty()) {
            return 0;
        }
        List<Engagement.View> views = views(person.get(), seen, originals(handle, viewer, seen));
        return EngagementLog.append(handle, firstInWindow(handle, views));
    }

    private Optional<Person> person(Handle handle, Viewer viewer) {
        return switch (viewer) {
            case Viewer.Reader reader ->
                Optional.ofNullable(
                        Persons.of(handle, List.of(reader.profile())).get(reader.profile()));
            case Viewer.Visitor visitor ->
                Optional.of(Persons.visitor(
                        handle, visitor.cookie(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
        };
    }

    /// Of each reported status that counts: itself, or for a repost the original.
    private static Map<Long, Long> originals(Handle handle, Viewer viewer, List<Sighting> seen) {
        return handle
                .createQuery("""
                        select s.id, o.id from status s
                        join status o on o.id = coalesce(s.repost_of, s.id) and o.removed_at is null
                        join social_account a on a.profile_id = o.profile_id
                        where s.id = any (:ids) and o.profile_id <> :viewer
                        """)
                .bind("ids", seen.stream().map(one -> one.status().value()).toArray(Long[]::new))
                .bind(
                        "viewer",
                        viewer instanceof Viewer.Reader reader
                                ? reader.profile().value()
                                : 0)
                .map((row, context) -> Map.entry(row.getLong(1), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private List<Engagement.View> views(Person by, List<Sighting> seen, Map<Long, Long> originals) {
        List<Engagement.View> views = new ArrayList<>();
        for (Sighting one : seen) {
            Long original = originals.get(one.status().value());
            if (original != null) {
                views.add(new Engagement.View(new StatusId(original), by, clamped(one.at())));
            }
        }
        views.sort(Comparator.comparing(Engagement.View::at));
        return views;
    }

    private Instant clamped(@Nullable Instant at) {
        Instant now = clock.instant();
        Instant oldest = now.minus(ViewRules.OLDEST);
        if (at == null || at.isAfter(now)) {
            return now;
        }
        return at.isBefore(oldest) ? oldest : at;
    }

    /// Of one viewer's views in the order of time, those that come long enough after the last counted one of the same
    /// status; they become the last ones themselves.
    private static List<Engagement.View> firstInWindow(Handle handle, List<Engagement.View> views) {
        Map<StatusId, Instant> last = lockLatest(handle, views);
        List<Engagement.View> counted = new ArrayList<>();
        for (Engagement.View view : views) {
            Instant before = last.getOrDefault(view.status(), Instant.EPOCH);
            if (!view.at().isBefore(before.plus(ViewRules.ONCE_PER))) {
                counted.add(view);
                last.put(view.status(), view.at());
            }
        }
        PreparedBatch marks = handle.prepareBatch(
                "update view_latest set at = ? where status_id = ? and person_no = ? and anonymous = ?");
        counted.forEach(view -> marks.add(
                view.at(), view.status(), view.by().number(), view.by().anonymous()));
        marks.execute();
        return counted;
    }

    /// The viewer's last counted view of each status, or long ago. The rows stay locked until the end, so that two
    /// calls at once cannot both count; they are locked in the order of their ids, so that no two calls wait in a
    /// circle.
    private static Map<StatusId, Instant> lockLatest(Handle handle, List<Engagement.View> views) {
        if (views.isEmpty()) {
            return new HashMap<>();
        }
        Person by = views.getFirst().by();
        Map<StatusId, Instant> last = new HashMap<>();
        handle.createQuery("""
                        insert into view_latest as known (status_id, person_no, anonymous, at)
                        select distinct status_id, :person, :anonymous, timestamptz 'epoch'
                        from unnest(:statuses) as v(status_id) order by status_id
                        on conflict (status_id, person_no, anonymous) do update set at = known.at
                        returning status_id, at
                        """)
                .bind("person", by.number())
                .bind("anonymous", by.anonymous())
                .bind(
                        "statuses",
                        views.stream().map(view -> view.status().value()).toArray(Long[]::new))
                .map(Sql.row(Latest.class))
                .forEach(row -> last.put(row.statusId(), row.at()));
        return last;
    }

    record Latest(StatusId statusId, Instant at) {}
}
