package org.gazouillis.dashboard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/// All brands that the member may see side by side: those in trouble first, then those that wait for somebody, then by
/// name.
@ApplicationScoped
public class BrandStandings {
    public static final int NEXT = 3;

    private static final Duration SOON = Duration.ofDays(14);
    private static final Comparator<BrandStanding> TROUBLE_FIRST = Comparator.comparing(
                    (BrandStanding brand) -> -brand.trouble().grave())
            .thenComparing(brand -> -brand.trouble().waiting())
            .thenComparing(BrandStanding::name, String.CASE_INSENSITIVE_ORDER);

    private Overviews overviews;
    private Jdbi db;
    private Permissions permissions;
    private Clock clock;

    @Inject
    public BrandStandings(Overviews overviews, @AppDb Jdbi db, Permissions permissions, Clock clock) {
        this.overviews = overviews;
        this.db = db;
        this.permissions = permissions;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway.Init")
    BrandStandings() {}

    /// As many queries for sixty brands as for one.
    ///
    /// @param period of a brand, by its zone: the same days are other instants elsewhere
    /// @param other with which it is compared
    /// @throws PeriodNotReadable as the functions do
    @Transactional
    public List<BrandStanding> read(Function<ZoneId, Period> period, Function<Period, Period> other) {
        MemberScope member = permissions.requireScope("read");
        List<BrandOverview> brands = overviews.read().stream()
                .filter(brand -> permissions.may(brand.id(), Permission.ANALYSE))
                .toList();
        Map<BrandId, Period> now = brands.stream()
                .collect(Collectors.toMap(
                        BrandOverview::id, brand -> period.apply(brand.zone()).requireAtMost(Step.DAY)));
        return db.withHandle(handle -> {
            Map<BrandId, Trouble> troubles = troubles(handle, member);
            Map<BrandId, List<NextPost>> next = next(handle, member);
            Map<BrandId, Comparison> figures = new BrandFigures(handle, member.workspace()).compare(now, other);
            return brands.stream()
                    .map(brand -> new BrandStanding(
                            brand.id(),
                            brand.handle(),
                            brand.name(),
                            brand.zone(),
                            brand.colour(),
                            troubles.getOrDefault(brand.id(), Trouble.none(brand.id()))
                                    .beside(brand.attention()),
                            next.getOrDefault(brand.id(), List.of()),
                            Objects.requireNonNull(figures.get(brand.id()))))
                    .sorted(TROUBLE_FIRST)
                    .toList();
        });
    }

    private Map<BrandId, Trouble> troubles(Handle handle, MemberScope member) {
        return bound(handle.createQuery("""
                        select b.id as brand_id,
                          (select count(*) from social_account a
                           left join account_access x on x.workspace_id = a.workspace_id and x.account_id = a.id
                           where a.workspace_id = b.workspace_id and a.brand_id = b.id
                             and (a.state = 'PAUSED' or a.state = 'ACTIVE' and x.expires_at <= :now))::int as ended,
                          (select count(*) from social_account a
                           join account_access x on x.workspace_id = a.workspace_id and x.account_id = a.id
                           where a.workspace_id = b.workspace_id and a.brand_id = b.id and a.state = 'ACTIVE'
                             and x.expires_at > :now and x.expires_at <= :soon)::int as ending,
                          (select count(*) from fence f where f.workspace_id = b.workspace_id
                             and (f.brand_id is null or f.brand_id = b.id) and f.released_at is null)::int as stops,
                          (select count(*) from quiet_period q where q.workspace_id = b.workspace_id
                             and (q.brand_id is null or q.brand_id = b.id) and quiet_over(q, :now))::int as quiet,
                          (select count(*) from notice n
                           join alert a on a.workspace_id = n.workspace_id and a.id = n.topic
                           join saved_search q on q.workspace_id = a.workspace_id and q.id = a.search_id
                           where n.workspace_id = b.workspace_id and n.member_id = :member
                             and n.kind in ('MATCHED', 'SPIKED') and coalesce(q.only_brand_id, q.brand_id) = b.id
                             and not exists (select from notice_read r where r.workspace_id = n.workspace_id
                               and r.member_id = n.member_id and r.notice_id = n.id))::int as alerts
                        from brand b where b.workspace_id = :workspace and b.id = any (:brands)
                        """), member)
                .bind("member", member.member())
                .bind("soon", clock.instant().plus(SOON))
                .map(Sql.row(Trouble.class))
                .collect(Collectors.toMap(Trouble::brandId, Function.identity()));
    }

    private Map<BrandId, List<NextPost>> next(Handle handle, MemberScope member) {
        return bound(handle.createQuery("""
                        select n.* from brand b cross join lateral (
                          select p.brand_id, p.id, p.due_at, p.text, p.lang from post p
                          where p.workspace_id = b.workspace_id and p.brand_id = b.id and p.state = 'SCHEDULED'
                            and p.due_at >= :now order by p.due_at, p.id limit :next) n
                        where b.workspace_id = :workspace and b.id = any (:brands) order by n.due_at, n.id
                        """), member)
                .bind("next", NEXT)
                .map(Sql.row(NextPost.class))
                .collect(Collectors.groupingBy(NextPost::brandId));
    }

    private Query bound(Query query, MemberScope member) {
        return query.bind("now", clock.instant())
                .bind("workspace", member.workspace())
                .bind(
                        "brands",
                        member.roles().keySet().stream().map(BrandId::value).toArray(Long[]::new));
    }

    /// What stands beside the states of posts.
    record Trouble(BrandId brandId, int ended, int ending, int stops, int quiet, int alerts) {
        static Trouble none(BrandId brand) {
            return new Trouble(brand, 0, 0, 0, 0, 0);
        }

        BrandTrouble beside(BrandOverview.Attention posts) {
            return new BrandTrouble(posts, ended, ending, stops, quiet, alerts);
        }
    }
}
