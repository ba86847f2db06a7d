package org.gazouillis.listen;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.gazouillis.kernel.AlertId;
import org.gazouillis.kernel.SavedSearchId;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/// A member's alerts in the database.
final class AlertRows {
    private static final String MINE = """
            select a.id, a.search_id, q.name, q.query, o.handle as only_brand, a.kind, a.digest, a.quiet_from, a.quiet_to, a.zone,
                   a.muted, a.strength, a.least, h.seen, h.last_seen_at
            from alert a
            join saved_search q on q.workspace_id = a.workspace_id and q.id = a.search_id and q.removed_at is null
            left join brand o on o.workspace_id = q.workspace_id and o.id = q.only_brand_id
            cross join lateral (
              select count(*) as seen, max(at) as last_seen_at from (
                select found_at as at from alert_match m where m.workspace_id = a.workspace_id and m.alert_id = a.id
                union all
                select hour from alert_spike s where s.workspace_id = a.workspace_id and s.alert_id = a.id) seen) h
            where a.member_id = :member and a.removed_at is null and
            """ + SavedSearchRows.SEEN;

    private AlertRows() {}

    static List<Alert> mine(Handle handle, MemberScope member) {
        return handle
                .createQuery(MINE + " order by lower(q.name), a.id")
                .bindMap(SavedSearchRows.who(member))
                .map(Sql.row(Row.class))
                .stream()
                .map(Row::alert)
                .toList();
    }

    static Optional<Alert> one(Handle handle, MemberScope member, AlertId id) {
        return handle.createQuery(MINE + " and a.id = :id")
                .bindMap(SavedSearchRows.who(member))
                .bind("id", id)
                .map(Sql.row(Row.class))
                .findOne()
                .map(Row::alert);
    }

    /// One of each kind for each search and member; one that was removed begins again where it ended.
    static AlertId put(
            Handle handle,
            MemberScope member,
            AlertId fresh,
            SavedSearchId search,
            Alert.Kind kind,
            AlertWish wish,
            Instant now) {
        return bind(handle.createQuery("""
                        insert into alert (workspace_id, id, member_id, search_id, kind, digest, quiet_from, quiet_to, zone, muted,
                          strength, least, created_at)
                        values (:workspace, :id, :member, :search, :kind, :digest, :from, :to, :zone, :muted, :strength, :least,
                          :now)
                        on conflict (workspace_id, search_id, member_id, kind) do update
                        set removed_at = null, digest = excluded.digest, quiet_from = excluded.quiet_from,
                          quiet_to = excluded.quiet_to, zone = excluded.zone, muted = excluded.muted,
                          strength = excluded.strength, least = excluded.least
                        returning id
                        """), member, fresh, wish)
                .bind("member", member.member())
                .bind("search", search)
                .bind("kind", kind.name())
                .bind("now", now)
                .mapTo(AlertId.class)
                .one();
    }

    static void change(Handle handle, MemberScope member, AlertId id, AlertWish wish) {
        bind(handle.createUpdate("""
                        update alert set digest = :digest, quiet_from = :from, quiet_to = :to, zone = :zone, muted = :muted,
                          strength = :strength, least = :least
                        where workspace_id = :workspace and id = :id
                        """), member, id, wish).execute();
    }

    private static <T extends SqlStatement<T>> T bind(T statement, MemberScope member, AlertId id, AlertWish wish) {
        QuietHours quiet = wish.quiet();
        return statement
                .bind("workspace", member.workspace())
                .bind("id", id)
                .bind("digest", wish.digest().name())
                .bindByType("from", quiet == null ? null : quiet.from(), LocalTime.class)
                .bindByType("to", quiet == null ? null : quiet.to(), LocalTime.class)
                .bind("zone", wish.zone().getId())
                .bind("muted", wish.muted())
                .bind("strength", wish.strength())
                .bind("least", wish.least());
    }

    static void remove(Handle handle, MemberScope member, AlertId id) {
        handle.createUpdate("update alert set removed_at = now() where workspace_id = :workspace and id = :id")
                .bind("workspace", member.workspace())
                .bind("id", id)
                .execute();
    }

    /// What it has seen, the latest status first.
    static List<Sight> seen(Handle handle, MemberScope member, AlertId id, long before, int limit) {
        return handle.createQuery("""
                        select status_id, found_at from alert_match
                        where workspace_id = :workspace and alert_id = :id and status_id < :before
                        order by status_id desc limit :limit
                        """)
                .bind("workspace", member.workspace())
                .bind("id", id)
                .bind("before", before)
                .bind("limit", limit)
                .map(Sql.row(Sight.class))
                .list();
    }

    static List<Spike> spikes(Handle handle, MemberScope member, AlertId id, int limit) {
        return handle.createQuery("""
                        select hour, posts, baseline, spread, threshold from alert_spike
                        where workspace_id = :workspace and alert_id = :id order by hour desc limit :limit
                        """)
                .bind("workspace", member.workspace())
                .bind("id", id)
                .bind("limit", limit)
                .map(Sql.row(Spike.class))
                .list();
    }

    record Sight(long statusId, Instant foundAt) {}

    private record Row(
            AlertId id,
            SavedSearchId searchId,
            String name,
            String query,
            @Nullable String onlyBrand,
            String kind,
            String digest,
            @Nullable LocalTime quietFrom,
            @Nullable LocalTime quietTo,
            String zone,
            boolean muted,
            double strength,
            int least,
            long seen,
            @Nullable Instant lastSeenAt) {
        Alert alert() {
            QuietHours quiet = quietFrom == null || quietTo == null ? null : new QuietHours(quietFrom, quietTo);
            AlertWish wish = new AlertWish(Digest.valueOf(digest), quiet, ZoneId.of(zone), muted, strength, least);
            return new Alert(id, searchId, name, query, onlyBrand, Alert.Kind.valueOf(kind), wish, seen, lastSeenAt);
        }
    }
}
