package org.gazouillis.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import java.util.List;
import org.gazouillis.compose.GapRule;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.tenancy.Sql;
import org.gazouillis.tenancy.WorkerDb;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Resolves planned times anew when a government has changed its clocks. The local time is what the author meant, so
/// the instant follows. Zone data change only with the Java that runs us, so it is enough to look at each start,
/// before the clock is wound up: nothing goes out by old rules. Each move is written into the trail and into
/// `time_move`, and announced as `PlannedTimeMoved`.
@ApplicationScoped
public class ZoneWatch {
    /// Posts that wait for their time.
    private static final String WAITING = "p.state in ('IN_REVIEW', 'APPROVED', 'SCHEDULED', 'HELD')";

    private static final int BATCH = 5_000;
    private static final Logger LOG = Logger.getLogger(ZoneWatch.class);

    private Jdbi db;
    private TimeOrderedIds ids;

    @Inject
    public ZoneWatch(@WorkerDb Jdbi db, TimeOrderedIds ids) {
        this.db = db;
        this.ids = ids;
    }

    @SuppressWarnings("NullAway.Init")
    ZoneWatch() {}

    /// Compares this data with what planned times were resolved by, and moves what must move; gives how many posts.
    /// What a crash interrupts, the next start completes. Older data than has been seen change nothing: they are
    /// those of a node that is still to be updated.
    public int check(ZoneData data) {
        int moved = 0;
        for (Known zone : zonesInUse()) {
            if (zone.version() != null && zone.version().compareTo(data.version()) > 0) {
                LOG.warnf(
                        "%s was resolved by zone data %s; this Java has %s",
                        zone.zone(), zone.version(), data.version());
                continue;
            }
            byte[] fingerprint = data.fingerprint(zone.zone());
            if (!Arrays.equals(fingerprint, zone.fingerprint())) {
                moved += resolve(zone.zone(), data);
            }
            remember(zone.zone(), data.version(), fingerprint);
        }
        if (moved > 0) {
            LOG.infof("Time-zone data %s moved %d planned posts", data.version(), moved);
        }
        return moved;
    }

    private List<Known> zonesInUse() {
        return db.withHandle(handle -> handle.createQuery("""
                        select u.zone, k.version, k.fingerprint
                        from (select distinct zone from post p where zone is not null and due_at > now() and %s) u
                        left join zone_rules k on k.zone = u.zone order by u.zone
                        """.replace("%s", WAITING))
                .map(Sql.row(Known.class))
                .list());
    }

    private void remember(String zone, String version, byte[] fingerprint) {
        db.useHandle(handle -> handle.createUpdate("""
                        insert into zone_rules (zone, version, fingerprint) values (:zone, :version, :fingerprint)
                        on conflict (zone) do update
                        set version = excluded.version, fingerprint = excluded.fingerprint, seen_at = now()
                        where zone_rules.fingerprint <> excluded.fingerprint or zone_rules.version <> excluded.version
                        """)
                .bind("zone", zone)
                .bind("version", version)
                .bind("fingerprint", fingerprint)
                .execute());
    }

    private int resolve(String zone, ZoneData data) {
        List<Meant> meant = db.withHandle(handle -> handle.createQuery("""
                        select distinct local_at, gap_rule from post p
                        where zone = :zone and gap_rule <> 'EXACT' and due_at > now() and %s
                        """.replace("%s", WAITING))
                .bind("zone", zone)
                .map(Sql.row(Meant.class))
                .list());
        int moved = 0;
        for (int from = 0; from < meant.size(); from += BATCH) {
            List<Meant> some = meant.subList(from, Math.min(from + BATCH, meant.size()));
            int last = BATCH;
            while (last == BATCH) {
                last = db.inTransaction(handle -> move(handle, zone, data, some));
                moved += last;
            }
        }
        return moved;
    }

    private int move(Handle handle, String zone, ZoneData data, List<Meant> meant) {
        ZoneRules rules = data.rules().apply(zone);
        return handle.createQuery("""
                        with fresh as (
                          select * from unnest(:locals::timestamp[], :rules::text[], :instants::timestamptz[])
                            as f (local_at, gap_rule, at)),
                        stale as materialized (
                          select p.workspace_id, p.id, p.brand_id, p.local_at, p.due_at as old_at, f.at
                          from post p join fresh f on f.local_at = p.local_at and f.gap_rule = p.gap_rule
                          where p.zone = :zone and p.due_at > now() and p.due_at <> f.at and %s
                          order by p.id limit :batch for update of p),
                        numbered as (select s.*, row_number() over (order by s.id) as n from stale s),
                        moved as (
                          update post p set due_at = s.at, version = p.version + 1, updated_at = now()
                          from numbered s where p.workspace_id = s.workspace_id and p.id = s.id),
                        noted as (
                          insert into time_move (workspace_id, post_id, moved_at, brand_id, zone, local_at, old_at,
                                                 new_at, version)
                          select workspace_id, id, now(), brand_id, :zone, local_at, old_at, at, :version from numbered),
                        written as (
                          insert into audit_entry (workspace_id, id, at, brand_id, action, subject, detail)
                          select workspace_id, id_plus(:first, n - 1), now(), brand_id, 'post.moved-by-zone-data', id,
                                 jsonb_build_object('from', old_at, 'to', at, 'zone', :zone, 'tzdata', :version)
                          from numbered),
                        announced as (
                          insert into outbox (kind, workspace_id, subject, payload, at)
                          select 'PlannedTimeMoved', workspace_id, id,
                                 jsonb_build_object('brand', brand_id, 'from', old_at, 'to', at, 'zone', :zone), now()
                          from numbered)
                        select count(*)::int from numbered
                        """.replace("%s", WAITING))
                .bind(
                        "locals",
                        meant.stream().map(each -> each.localAt().toString()).toArray(String[]::new))
                .bind("rules", meant.stream().map(each -> each.gapRule().name()).toArray(String[]::new))
                .bind(
                        "instants",
                        meant.stream().map(each -> instant(each, rules)).toArray(String[]::new))
                .bind("zone", zone)
                .bind("version", data.version())
                .bind("first", ids.reserve(BATCH))
                .bind("batch", BATCH)
                .mapTo(Integer.class)
                .one();
    }

    private static String instant(Meant meant, ZoneRules rules) {
        return OffsetDateTime.ofInstant(PublishTime.instant(meant.localAt(), rules, meant.gapRule()), ZoneOffset.UTC)
                .toString();
    }

    record Known(
            String zone,
            @org.jspecify.annotations.Nullable String version,
            byte @org.jspecify.annotations.Nullable [] fingerprint) {}

    record Meant(LocalDateTime localAt, GapRule gapRule) {}
}
