package org.gazouillis.microblog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Makes and finds profiles. Handles differ by more than their case.
@ApplicationScoped
@Transactional
public class Profiles {
    private static final String SELECT = """
            select p.id, p.handle, p.name, p.bio, p.lang, p.created_at,
                   coalesce(c.followers, 0) as followers, coalesce(c.following, 0) as following,
                   coalesce(c.statuses, 0) as statuses
            from profile p left join profile_count c on c.profile_id = p.id
            """;

    private final Jdbi db;
    private final TimeOrderedIds ids;
    private final Clock clock;

    @Inject
    public Profiles(@AppDb Jdbi db, TimeOrderedIds ids, Clock clock) {
        this.db = db;
        this.ids = ids;
        this.clock = clock;
    }

    Profiles() {
        this(Jdbi.create("jdbc:none"), new TimeOrderedIds(Clock.systemUTC(), 0), Clock.systemUTC());
    }

    /// @param lang language of those statuses that do not say theirs
    /// @throws HandleRefused when the handle is taken or malformed
    public ProfileId create(String handle, String name, String bio, String lang) {
        if (!handle.matches("[A-Za-z0-9_]{1,30}")) {
            throw HandleRefused.malformed(handle);
        }
        ProfileId id = new ProfileId(ids.next());
        int inserted = db.withHandle(connection -> connection
                .createUpdate("""
                        insert into profile (id, handle, name, bio, lang, created_at, active_at)
                        values (:id, :handle, :name, :bio, :lang, :now, :now) on conflict do nothing
                        """)
                .bind("id", id)
                .bind("handle", handle)
                .bind("name", name)
                .bind("bio", bio)
                .bind("lang", lang)
                .bind("now", clock.instant())
                .execute());
        if (inserted == 0) {
            throw HandleRefused.taken(handle);
        }
        return id;
    }

    /// @param handle with or without `@`, in any case
    public Optional<Profile> byHandle(String handle) {
        String bare = handle.startsWith("@") ? handle.substring(1) : handle;
        return db.withHandle(connection -> connection
                .createQuery(SELECT + "where lower(p.handle) = lower(:handle)")
                .bind("handle", bare)
                .map(Sql.row(Profile.class))
                .findOne());
    }

    /// @throws ProfileNotFound when there is none
    public Profile byId(ProfileId id) {
        return Optional.ofNullable(
                        db.withHandle(handle -> byIds(handle, List.of(id))).get(id))
                .orElseThrow(() -> new ProfileNotFound(id.toString()));
    }

    /// Many at once, for readers that show lists.
    public static Map<ProfileId, Profile> byIds(Handle handle, Collection<ProfileId> ids) {
        return handle
                .createQuery(SELECT + "where p.id = any (:ids)")
                .bind("ids", ids.stream().map(ProfileId::value).toArray(Long[]::new))
                .map(Sql.row(Profile.class))
                .stream()
                .collect(Collectors.toMap(Profile::id, Function.identity()));
    }
}
