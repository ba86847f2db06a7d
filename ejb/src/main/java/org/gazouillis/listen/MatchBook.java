package org.gazouillis.listen;

import jakarta.json.Json;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.gazouillis.kernel.AlertId;
import org.gazouillis.kernel.MemberId;
import org.gazouillis.kernel.WorkspaceId;
import org.gazouillis.outbox.Outbox;
import org.gazouillis.outbox.OutboxTail;
import org.gazouillis.outbox.Position;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Keeps what alerts have seen, and how far all has been looked at, in one transaction: so nothing is seen twice and
/// nothing is passed over, whichever node works and whenever it dies.
final class MatchBook {
    /// Of the advisory lock that the node at work holds until its transaction ends.
    private static final long AT_WORK = 0x6c697374656eL;

    /// Looks again at who may see what: a copy in memory may be older than a membership.
    private static final String STORE = """
            with seen as (
              select * from unnest(:alerts::bigint[], :statuses::bigint[], :brands::bigint[]) s (alert_id, status_id, brand_id)),
            fresh as (
              insert into alert_match (workspace_id, alert_id, status_id, found_at)
              select a.workspace_id, a.id, s.status_id, now()
              from seen s
              join alert a on a.id = s.alert_id and a.kind = 'MATCH' and a.removed_at is null
              join saved_search q on q.workspace_id = a.workspace_id and q.id = a.search_id and q.removed_at is null
              join member m on m.workspace_id = a.workspace_id and m.id = a.member_id and m.disabled_at is null
              where (q.member_id = a.member_id or member_sees(a.workspace_id, a.member_id, q.brand_id))
                and (q.only_brand_id is null or member_sees(a.workspace_id, a.member_id, q.only_brand_id))
                and (s.brand_id = 0 or member_sees(a.workspace_id, a.member_id, s.brand_id))
              on conflict do nothing
              returning alert_id)
            select a.workspace_id, a.id, a.member_id, q.name, a.digest, a.quiet_from, a.quiet_to, a.zone, n.posts
            from (select alert_id, count(*)::int as posts from fresh group by alert_id) n
            join alert a on a.id = n.alert_id
            join saved_search q on q.workspace_id = a.workspace_id and q.id = a.search_id
            where not a.muted
            """;

    private final Jdbi db;
    private final Clock clock;

    MatchBook(Jdbi db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// A status that an alert has seen.
    ///
    /// @param brand whose members alone may see the status; 0 when it is public
    record Seen(long alert, long status, long brand) {}

    /// How far all has been looked at; empty before the first time, and when facts behind it have been forgotten.
    Optional<Position> position() {
        return db.withHandle(
                handle -> handle.createQuery("""
                        select p.xid::text::bigint as xid, p.id from alert_position p
                        where p.xid < pg_snapshot_xmax(pg_current_snapshot())
                          and not exists (select from outbox_pruned o where (o.xid, o.id) > (p.xid, p.id))
                        """).map(Sql.row(Position.class)).findOne());
    }

    /// All facts up to here have been looked at, or are none of ours.
    void reached(Position position) {
        db.useHandle(handle -> handle.createUpdate("""
                        insert into alert_position as p (xid, id) values (:xid::text::xid8, :id)
                        on conflict (one) do update set xid = excluded.xid, id = excluded.id
                        where (p.xid, p.id) < (excluded.xid, excluded.id)
                        """)
                .bind("xid", position.xid())
                .bind("id", position.id())
                .execute());
    }

    /// Looks at those of the facts that no node has looked at, and keeps what it sees.
    ///
    /// @return false when another node is at work; then try again a little later
    boolean work(List<OutboxTail.Entry> facts, Function<List<OutboxTail.Entry>, List<Seen>> look) {
        return db.inTransaction(handle -> {
            if (!lock(handle)) {
                return false;
            }
            Position done = handle.createQuery("select xid::text::bigint as xid, id from alert_position")
                    .map(Sql.row(Position.class))
                    .one();
            List<OutboxTail.Entry> open = facts.stream()
                    .filter(fact -> isBehind(done, fact.position()))
                    .toList();
            if (!open.isEmpty()) {
                store(handle, look.apply(open));
                moveTo(handle, open.getLast().position());
            }
            return true;
        });
    }

    private static boolean lock(Handle handle) {
        return handle.createQuery("select pg_try_advisory_xact_lock(:key)")
                .bind("key", AT_WORK)
                .mapTo(Boolean.class)
                .one();
    }

    private static boolean isBehind(Position done, Position fact) {
        return fact.xid() > done.xid() || (fact.xid() == done.xid() && fact.id() > done.id());
    }

    private static void moveTo(Handle handle, Position position) {
        handle.createUpdate("update alert_position set xid = :xid::text::xid8, id = :id")
                .bind("xid", position.xid())
                .bind("id", position.id())
                .execute();
    }

    private void store(Handle handle, List<Seen> seen) {
        if (seen.isEmpty()) {
            return;
        }
        handle.createQuery(STORE)
                .bind("alerts", seen.stream().map(Seen::alert).toArray(Long[]::new))
                .bind("statuses", seen.stream().map(Seen::status).toArray(Long[]::new))
                .bind("brands", seen.stream().map(Seen::brand).toArray(Long[]::new))
                .map(Sql.row(Told.class))
                .list()
                .forEach(told -> announce(handle, told));
    }

    private void announce(Handle handle, Told told) {
        String payload = Json.createObjectBuilder()
                .add("watcher", told.memberId().value())
                .add("label", told.name())
                .add("posts", told.posts())
                .add("closes", told.wish().tellAt(clock.instant()).toString())
                .build()
                .toString();
        Outbox.append(handle, "AlertMatched", told.workspaceId(), told.id(), payload, clock.instant());
    }

    private record Told(
            WorkspaceId workspaceId,
            AlertId id,
            MemberId memberId,
            String name,
            String digest,
            @Nullable LocalTime quietFrom,
            @Nullable LocalTime quietTo,
            String zone,
            int posts) {
        AlertWish wish() {
            QuietHours quiet = quietFrom == null || quietTo == null ? null : new QuietHours(quietFrom, quietTo);
            return new AlertWish(
                    Digest.valueOf(digest),
                    quiet,
                    ZoneId.of(zone),
                    false,
                    AlertWish.USUAL_STRENGTH,
                    AlertWish.USUAL_LEAST);
        }
    }
}
