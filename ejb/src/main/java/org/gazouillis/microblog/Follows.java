package org.gazouillis.microblog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.outbox.Outbox;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Follows a profile or stops; twice is as good as once. What has ended is kept, because it may have to be told who
/// followed when a flash went out ([PastFollowSweep] forgets the rest).
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

    /// @param from the status from which the author's profile was opened. When it is none of the author's, or not any
    ///     more, the follow is as good without
    /// @throws ProfileNotFound when nobody has this id
    /// @throws OwnProfileFollowed when both are the same
    public Relationship follow(ProfileId author, @Nullable ProfileId as, @Nullable StatusId from) {
        ProfileId follower = voices.require(as);
        if (follower.equals(author)) {
            throw new OwnProfileFollowed();
        }
        return db.withHandle(handle -> {
            requireProfile(handle, author);
            Optional<Start> inserted = handle.createQuery("""
                            insert into follow (author_id, follower_id, at, from_status)
                            values (:author, :follower, :now, (
                              select o.id from status s join status o on o.id = coalesce(s.repost_of, s.id)
                              where s.id = :from and o.profile_id = :author and o.removed_at is null))
                            on conflict do nothing returning from_status
                            """)
                    .bind("author", author)
                    .bind("follower", follower)
                    .bind("now", clock.instant())
                    .bind("from", from == null ? 0 : from.value())
                    .map(Sql.row(Start.class))
                    .findOne();
            inserted.ifPresent(start -> announce(handle, "Followed", author, follower, start));
            return between(handle, follower, author);
        });
    }

    /// @throws ProfileNotFound when nobody has this id
    public Relationship unfollow(ProfileId author, @Nullable ProfileId as) {
        ProfileId follower = voices.require(as);
        return db.withHandle(handle -> {
            requireProfile(handle, author);
            Optional<Start> deleted = handle.createQuery("""
                            with ended as (
                              delete from follow where author_id = :author and follower_id = :follower
                              returning author_id, follower_id, at, from_status),
                            kept as (
                              insert into past_follow (author_id, follower_id, began_at, ended_at)
                              select author_id, follower_id, at, :now::timestamptz from ended where at < :now)
                            select from_status from ended
                            """)
                    .bind("author", author)
                    .bind("follower", follower)
                    .bind("now", clock.instant())
                    .map(Sql.row(Start.class))
                    .findOne();
            deleted.ifPresent(start -> announce(handle, "Unfollowed", author, follower, start));
            return between(handle, follower, author);
        });
    }

    /// How `viewer` stands to `profile`.
    public Relationship between(ProfileId viewer, ProfileId profile) {
        return db.withHandle(handle -> between(handle, viewer, profile));
    }

    private void announce(Handle handle, String fact, ProfileId author, ProfileId follower, Start start) {
        String payload = String.format(Locale.ROOT, "{\"follower\":%s,\"from\":%s}", follower, start.fromStatus());
        Outbox.append(handle, fact, null, author, payload, clock.instant());
    }

    record Start(@Nullable StatusId fromStatus) {}

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
