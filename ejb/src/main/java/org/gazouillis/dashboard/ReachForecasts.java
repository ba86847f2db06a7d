package org.gazouillis.dashboard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.kernel.WorkspaceId;
import org.gazouillis.rollup.PeopleSet;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.tenancy.Sql;
import org.gazouillis.tenancy.VisibleBrand;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Forecasts what a post of a brand would reach, from the newest [#MOST_POSTS] posts of the last [#DAYS] days on
/// our timeline: answers, and posts removed in their first day, are left out.
@ApplicationScoped
public class ReachForecasts {
    public static final int DAYS = 180;
    public static final int MOST_POSTS = 240;
    private static final int QUARTERS_OF_HOUR = 4;
    private static final Duration SLACK = Duration.ofHours(1);

    private final Jdbi db;
    private final Permissions permissions;
    private final Clock clock;

    @Inject
    public ReachForecasts(@AppDb Jdbi db, Permissions permissions, Clock clock) {
        this.db = db;
        this.permissions = permissions;
        this.clock = clock;
    }

    ReachForecasts() {
        this(Jdbi.create("jdbc:none"), new Permissions(new CurrentMember()), Clock.systemUTC());
    }

    /// @param times by the clock of the brand: the one that is meant, and maybe one to hold against it
    @Transactional
    public ReachForecast read(VisibleBrand brand, List<LocalDateTime> times) {
        WorkspaceId workspace =
                permissions.require(brand.id(), Permission.ANALYSE).workspace();
        return db.withHandle(handle -> {
            Instant asOf = Freshness.of(handle);
            return ReachForecast.of(past(handle, workspace, brand.id(), asOf), brand.zone(), asOf, times);
        });
    }

    private List<PastReach> past(Handle handle, WorkspaceId workspace, BrandId brand, Instant asOf) {
        Instant last = asOf.minus(PastReach.DAY);
        Instant first = clock.instant().minus(Duration.ofDays(DAYS));
        Map<StatusId, Gathering> posts = new LinkedHashMap<>();
        handle.createQuery("""
                        with newest as (
                          select s.id, s.created_at from social_account a cross join lateral (
                            select id, created_at from status
                            where profile_id = a.profile_id and id >= :first and id < :last
                              and created_at >= :from and created_at <= :to and publication_id is not null
                              and in_reply_to is null
                              and (removed_at is null or removed_at >= created_at + interval '1 day')
                            order by id desc limit :most) s
                          where a.workspace_id = :workspace and a.brand_id = :brand
                          order by s.created_at desc, s.id desc limit :most)
                        select n.id, n.created_at, q.people, q.anonymous, coalesce(floor(extract(epoch from
                            q.quarter - date_bin('15 minutes', n.created_at, 'epoch')) / 900)::int, 0) as quarter
                        from newest n left join quarter_bucket q on q.workspace_id = :workspace and q.brand_id = :brand
                          and q.dimension = 'STATUS' and q.subject_id = n.id and q.views > 0
                          and q.quarter >= date_bin('15 minutes', n.created_at, 'epoch')
                          and q.quarter < date_bin('15 minutes', n.created_at, 'epoch') + interval '1 day'
                        order by n.created_at, n.id, q.quarter
                        """)
                .bind("workspace", workspace)
                .bind("brand", brand)
                .bind("first", TimeOrderedIds.floor(first.minus(SLACK)))
                .bind("last", TimeOrderedIds.floor(last.plus(SLACK)))
                .bind("from", first)
                .bind("to", last)
                .bind("most", MOST_POSTS)
                .map(Sql.row(Row.class))
                .forEach(row -> posts.computeIfAbsent(row.id(), id -> new Gathering(row.createdAt()))
                        .add(row));
        return posts.values().stream().map(Gathering::reach).toList();
    }

    record Row(StatusId id, Instant createdAt, byte @Nullable [] people, byte @Nullable [] anonymous, int quarter) {}

    /// Unites the people of a post quarter by quarter, to tell who came for the first time.
    private static final class Gathering {
        private final Instant at;
        private final PeopleSet people = PeopleSet.empty();
        private final PeopleSet visitors = PeopleSet.empty();
        private final List<Long> fresh = new ArrayList<>(Collections.nCopies(PastReach.HOURS, 0L));

        Gathering(Instant at) {
            this.at = at;
        }

        void add(Row row) {
            long before = people.size() + visitors.size();
            people.addAll(row.people());
            visitors.addAll(row.anonymous());
            // A sketch may waver by a few.
            long come = Math.max(0, people.size() + visitors.size() - before);
            int hour = row.quarter() / QUARTERS_OF_HOUR;
            fresh.set(hour, fresh.get(hour) + come);
        }

        PastReach reach() {
            return new PastReach(at, fresh);
        }
    }
}
