package org.gazouillis.microblog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.gazouillis.tenancy.HourlySweep;
import org.gazouillis.tenancy.WorkerDb;
import org.jdbi.v3.core.Jdbi;

/// Forgets ended follows during which no flash of the author went out: nobody will ask about them. The first hour is
/// for a flash that is just being published.
@ApplicationScoped
public class PastFollowSweep extends HourlySweep {
    @Inject
    public PastFollowSweep(@WorkerDb Jdbi db) {
        super(db, "past-follow-sweep", """
                delete from past_follow f
                where f.ended_at < now() - interval '1 hour' and f.ended_at > now() - interval '1 day'
                  and not exists (select from status s where s.flash and s.profile_id = f.author_id
                                    and s.created_at >= f.began_at and s.created_at < f.ended_at)
                """);
    }

    PastFollowSweep() {}
}
