package org.gazouillis.engage;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The part that all reports of readers' pages share: whose they are, what they are about, and which of them count.
/// It works inside the caller's transaction on the worker's database.
final class ReportBook {
    private final Handle handle;
    private final Clock clock;

    ReportBook(Handle handle, Clock clock) {
        this.handle = handle;
        this.clock = clock;
    }

    /// Empty when the reader's profile is gone.
    Optional<Person> person(Viewer viewer) {
        return switch (viewer) {
            case Viewer.Reader reader ->
                Optional.ofNullable(
                        Persons.of(handle, List.of(reader.profile())).get(reader.profile()));
            case Viewer.Visitor visitor ->
                Optional.of(Persons.visitor(
                        handle, visitor.cookie(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
        };
    }

    /// Of each reported status of a brand, but the viewer's own, what counts: itself, or for a repost the original.
    Map<StatusId, StatusId> originals(Viewer viewer, Collection<StatusId> reported) {
        return handle
                .createQuery("""
                        select distinct s.id, o.id from status s
                        join status o on o.id = coalesce(s.repost_of, s.id) and o.removed_at is null
                        join social_account a on a.profile_id = o.profile_id
                        where s.id = any (:ids) and o.profile_id <> :viewer
                        """)
                .bind("ids", reported.stream().map(StatusId::value).toArray(Long[]::new))
                .bind(
                        "viewer",
                        viewer instanceof Viewer.Reader reader
                                ? reader.profile().value()
                                : 0)
                .map((row, context) -> Map.entry(new StatusId(row.getLong(1)), new StatusId(row.getLong(2))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// Stores those of one viewer's reports that count.
    ///
    /// @return how many
    int append(List<? extends Engagement.Reported> reports) {
        return EngagementLog.append(handle, firstInWindow(reports));
    }

    /// Notes what a program reported of statuses of brands, however often it did.
    void remove(Collection<StatusId> statuses) {
        Instant now = clock.instant();
        EngagementLog.append(
                handle,
                statuses.stream()
                        .map(status -> new Engagement.Removed(status, now))
                        .toList());
    }

    /// Of one viewer's reports in the order of time, those that come long enough after the last counted one of the
    /// same status and kind; they become the last ones themselves.
    private List<Engagement.Reported> firstInWindow(List<? extends Engagement.Reported> reports) {
        Map<Latest.Key, Instant> last = lockLatest(reports);
        List<Engagement.Reported> counted = new ArrayList<>();
        for (Engagement.Reported report : reports.stream()
                .sorted(Comparator.comparing(Engagement.Reported::at))
                .toList()) {
            Latest.Key key = Latest.Key.of(report);
            Instant before = last.getOrDefault(key, Instant.EPOCH);
            if (!report.at().isBefore(before.plus(report.oncePer()))) {
                counted.add(report);
                last.put(key, report.at());
            }
        }
        mark(counted);
        return counted;
    }

    private void mark(List<Engagement.Reported> counted) {
        PreparedBatch marks = handle.prepareBatch(
                "update counted_latest set at = ? where status_id = ? and kind = ? and person_no = ? and anonymous = ?");
        counted.forEach(report -> marks.add(
                report.at(),
                report.status(),
                report.kind(),
                report.by().number(),
                report.by().anonymous()));
        marks.execute();
    }

    /// The viewer's last counted report of each status and kind, or long ago. The rows stay locked until the end, so
    /// that two calls at once cannot both count; they are locked in the order of their keys, so that no two calls
    /// wait in a circle.
    private Map<Latest.Key, Instant> lockLatest(List<? extends Engagement.Reported> reports) {
        Map<Latest.Key, Instant> last = new HashMap<>();
        if (reports.isEmpty()) {
            return last;
        }
        Person by = reports.getFirst().by();
        handle.createQuery("""
                        insert into counted_latest as known (status_id, kind, person_no, anonymous, at)
                        select distinct status_id, kind, :person, :anonymous, timestamptz 'epoch'
                        from unnest(:statuses, :kinds) as r(status_id, kind) order by status_id, kind
                        on conflict (status_id, person_no, anonymous, kind) do update set at = known.at
                        returning status_id, kind, at
                        """)
                .bind("person", by.number())
                .bind("anonymous", by.anonymous())
                .bind(
                        "statuses",
                        reports.stream().map(report -> report.status().value()).toArray(Long[]::new))
                .bind("kinds", reports.stream().map(Engagement.Reported::kind).toArray(String[]::new))
                .map(Sql.row(Latest.class))
                .forEach(row -> last.put(new Latest.Key(row.statusId(), row.kind()), row.at()));
        return last;
    }

    record Latest(StatusId statusId, String kind, Instant at) {
        record Key(StatusId status, String kind) {
            static Key of(Engagement.Reported report) {
                return new Key(report.status(), report.kind());
            }
        }
    }
}
