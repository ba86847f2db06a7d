package org.gazouillis.timeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.tenancy.AppDb;
import org.jdbi.v3.core.Jdbi;

/// Notes that a profile reads its home, and rebuilds the home of one that was away so long that nothing was written
/// into it.
@ApplicationScoped
@Transactional
public class Homecoming {
    /// Who was not seen for so long gets no rows.
    static final Duration AWAY = Duration.ofDays(30);
    private static final Duration PRECISION = Duration.ofHours(1);

    private final Jdbi db;
    private final Clock clock;

    @Inject
    public Homecoming(@AppDb Jdbi db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    Homecoming() {
        this(Jdbi.create("jdbc:none"), Clock.systemUTC());
    }

    /// Whether the profile's presence was last noted so long ago that [#arrive] is due. A cheap look for each read.
    public boolean isDue(ProfileId viewer) {
        return db.withHandle(handle -> handle.createQuery("select active_at < :stale from profile where id = :viewer")
                .bind("stale", clock.instant().minus(PRECISION))
                .bind("viewer", viewer)
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false));
    }

    /// Notes the presence, in a transaction of its own: a fan-out that misses it then works on statuses that
    /// [#rebuild], which comes after, already reads. None falls between the two.
    ///
    /// @return whether the profile was away, so that its home must be rebuilt
    @Transactional(TxType.REQUIRES_NEW)
    public boolean arrive(ProfileId viewer) {
        return db.withHandle(handle -> handle.createQuery("""
                        with before as (
                          select id, active_at from profile where id = :viewer and active_at < :stale for update)
                        update profile p set active_at = :now from before where p.id = before.id
                        returning before.active_at < :away
                        """)
                .bind("viewer", viewer)
                .bind("now", clock.instant())
                .bind("stale", clock.instant().minus(PRECISION))
                .bind("away", clock.instant().minus(AWAY))
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false));
    }

    /// Writes the newest statuses of the followed small authors into the home, read from their profiles.
    public void rebuild(ProfileId viewer) {
        db.useHandle(handle -> handle.createUpdate("""
                        insert into home (viewer_id, status_id)
                        select :viewer, s.id
                        from (select f.author_id from follow f
                              left join profile_count c on c.profile_id = f.author_id
                              where f.follower_id = :viewer and c.large is not true) a
                        cross join lateral (
                          select id from status where profile_id = a.author_id and removed_at is null
                          order by id desc limit :rows) s
                        order by s.id desc limit :rows
                        on conflict do nothing
                        """)
                .bind("viewer", viewer)
                .bind("rows", HomeTrim.ROWS)
                .execute());
    }
}
