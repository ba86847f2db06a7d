package org.gazouillis.microblog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.outbox.Outbox;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Follows a profile or stops; twice is as good as once.
@ApplicationScoped
@Transactional
public class Follows {
    private final Jdbi db;
    private final Voices voices;
    private final Clock clock;

    @Inject
    public Follows(@AppDb Jdbi db, Voices voices, Clock clock) {
        this.db = db;
        this.voices = voices;
        this.clock = clock;
    }

    Follows() {
        this(Jdbi.create("jdbc:none"), new Voices(), Clock.systemUTC());
    }

    /// @throws ProfileNotFound when nobody has this id
    /// @throws OwnProfileFollowed when both are the same
    public Relationship follow(ProfileId author, @Nullable ProfileId as) {
        ProfileId follower = voices.require(as);
        if (follower.equals(author)) {
            throw new OwnProfileFollowed();
        }
        return db.withHandle(handle -> {
            requireProfile(handle, author);
            int inserted = handle.createUpdate("""
                            insert into follow (author_id, follower_id, at) values (:author, :follower, :now)
                            on conflict do nothing
                            """)
                    .bind("author", author)
                    .bind("follower", follower)
                    .bind("now", clock.instant())
                    .execute();
            return changed(handle, author, follower, inserted, "Followed");
        });
    }

    /// @throws ProfileNotFound when nobody has this id
    public Relationship unfollow(ProfileId author, @Nullable ProfileId as) {
        ProfileId follower = voices.require(as);
        return db.withHandle(handle -> {
            requireProfile(handle, author);
            int deleted = handle.createUpdate(
                            "delete from follow where author_id = :author and follower_id = :follower")
                    .bind("author", author)
                    .bind("follower", follower)
                    .execute();
            return changed(handle, author, follower, deleted, "Unfollowed");
        });
    }

    /// How `viewer` stands to `profile`.
    public Relationship between(ProfileId viewer, ProfileId profile) {
        return db.withHandle(handle -> between(handle, viewer, profile));
    }

    private Relationship changed(Handle handle, ProfileId author, ProfileId follower, int rows, String fact) {
        if (rows == 1) {
            Outbox.append(handle, fact, null, author, "{\"follower\":" + follower + "}", clock.instant());
        }
        return between(handle, follower, author);
    }

    private static Relationship between(Handle handle, ProfileId viewer, ProfileId profile) {
        return handle.createQuery("""
                        select :profile::bigint as profile,
                          exists (select from follow where author_id = :profile and follower_id = :viewer) as following,
                          exists (select from follow where author_id = :viewer and follower_id = :profile) as followed_by
                        """)
                .bind("profile", profile)
                .bind("viewer", viewer)
                .map(Sql.row(Relationship.class))
                .one();
    }

    private static void requireProfile(Handle handle, ProfileId profile) {
        boolean there = handle.createQuery("select exists (select from profile where id = :profile)")
                .bind("profile", profile)
                .mapTo(boolean.class)
                .one();
        if (!there) {
            throw new ProfileNotFound(profile.toString());
        }
    }
}
