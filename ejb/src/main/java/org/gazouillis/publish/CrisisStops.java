package org.gazouillis.publish;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.FenceId;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/// Reads the crisis stops that the member may see, and what they hold back.
@ApplicationScoped
public class CrisisStops {
    private static final int MOST = 100;
    private static final String STOP = """
            select f.id, f.brand_id, b.handle as brand, f.campaign_id, c.name as campaign, f.keyword, f.network, f.reason,
                   coalesce(m.name, '') as raised_by, coalesce(f.pressed_at, f.raised_at) as pressed_at, f.raised_at,
                   f.released_at, r.name as released_by
            from fence f
            left join brand b on b.workspace_id = f.workspace_id and b.id = f.brand_id
            left join campaign c on c.workspace_id = f.workspace_id and c.id = f.campaign_id
            left join member m on m.workspace_id = f.workspace_id and m.id = f.raised_by
            left join member r on r.workspace_id = f.workspace_id and r.id = f.released_by
            where f.workspace_id = :workspace and (f.brand_id is null or f.brand_id = any (:brands)) and %s
            """;
    /// Posts of the visible brands that the stop covers.
    private static final String COVERED = """
            from post p join fence f on f.workspace_id = :workspace and f.id = :stop
            where p.workspace_id = :workspace and p.brand_id = any (:brands) and %s and
            """ + FenceGate.COVERS;

    private Jdbi db;
    private Permissions permissions;
    private CurrentMember current;

    @Inject
    public CrisisStops(@AppDb Jdbi db, Permissions permissions, CurrentMember current) {
        this.db = db;
        this.permissions = permissions;
        this.current = current;
    }

    @SuppressWarnings("NullAway.Init")
    CrisisStops() {}

    /// Those that stand now, the newest first; none for a stranger.
    @Transactional
    public List<CrisisStop> standing() {
        return current.scope()
                .map(member -> read(member, "f.released_at is null order by f.id desc limit :limit", MOST))
                .orElse(List.of());
    }

    /// Standing and released ones, the newest first.
    @Transactional
    public List<CrisisStop> newest(int limit) {
        return read(
                permissions.requireScope("read"), "true order by f.id desc limit :limit", Math.clamp(limit, 1, MOST));
    }

    /// @throws StopNotFound when there is none that the member may see
    @Transactional
    public CrisisStop one(FenceId id) {
        MemberScope member = permissions.requireScope("read");
        return db.withHandle(handle -> bound(handle.createQuery(format(STOP, "f.id = :id")), member)
                .bind("id", id)
                .map(Sql.row(CrisisStop.class))
                .findOne()
                .orElseThrow(() -> new StopNotFound(id)));
    }

    /// @param minutes how far before the stop `left` looks
    @Transactional
    public StopFigures figures(FenceId stop, int minutes) {
        MemberScope member = permissions.requireScope("read");
        return db.withHandle(handle -> bound(handle.createQuery("""
                                select (count(*) filter (where state in ('HELD', 'MISSED')))::int as held,
                                       (count(*) filter (where state = 'SCHEDULED'
                                          and due_at < now() + interval '24 hours'))::int as soon,
                                       (count(*) filter (where state = 'SCHEDULED'))::int as planned,
                                       (count(*) filter (where state = 'PUBLISHED'))::int as left,
                                       (count(*) filter (where state = 'CLAIMED' or state = 'PUBLISHED' and exists (
                                          select from publication u where u.workspace_id = cov.workspace_id
                                            and u.post_id = cov.id and u.state = 'SENDING')))::int as in_flight
                                from (select p.workspace_id, p.id, p.state, p.due_at
                                """ + format(COVERED, CONCERNED) + ") cov"), member)
                .bind("stop", stop)
                .bind("minutes", minutes)
                .map(Sql.row(StopFigures.class))
                .one());
    }

    /// What went out in the minutes before the stop, the latest first, at most twenty.
    @Transactional
    public List<LeftPost> left(FenceId stop, int minutes) {
        MemberScope member = permissions.requireScope("read");
        return db.withHandle(handle -> bound(handle.createQuery("""
                                select cov.id, b.handle as brand, cov.text, cov.lang, cov.published_at,
                                       (select min(u.status_id) from publication u
                                        where u.workspace_id = cov.workspace_id and u.post_id = cov.id) as status
                                from (select p.*
                                """ + format(COVERED, LEFT) + """
                                ) cov join brand b on b.workspace_id = cov.workspace_id and b.id = cov.brand_id
                                order by cov.published_at desc, cov.id desc limit 20
                                """), member)
                .bind("stop", stop)
                .bind("minutes", minutes)
                .map(Sql.row(LeftPost.class))
                .list());
    }

    private static final String LEFT =
            "p.state = 'PUBLISHED' and p.published_at > f.raised_at - :minutes * interval '1 minute'"
                    + " and p.published_at <= f.raised_at";
    /// The claim of a post that is held may have begun a moment before the stop stood.
    private static final String CONCERNED = "(p.state in ('SCHEDULED', 'CLAIMED') or " + LEFT
            + " or p.state in ('HELD', 'MISSED') and p.failure = 'fence'"
            + " and p.updated_at > f.raised_at - interval '1 minute')";

    private List<CrisisStop> read(MemberScope member, String which, int limit) {
        return db.withHandle(handle -> bound(handle.createQuery(format(STOP, which)), member)
                .bind("limit", limit)
                .map(Sql.row(CrisisStop.class))
                .list());
    }

    private static Query bound(Query query, MemberScope member) {
        return query.bindMap(Map.of(
                "workspace",
                member.workspace(),
                "brands",
                member.roles().keySet().stream().map(BrandId::value).toArray(Long[]::new)));
    }

    private static String format(String sql, String part) {
        return String.format(Locale.ROOT, sql, part);
    }
}
