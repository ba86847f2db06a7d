package org.gazouillis.microblog;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.gazouillis.kernel.ListId;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;

/// Lists in the database. Whose they are is asked by [Lists].
final class ListRows {
    private static final String SELECT = """
            select l.id, l.owner_id as owner, l.title,
                   (select count(*)::int from list_member m where m.list_id = l.id) as members
            from profile_list l where
            """;

    private ListRows() {}

    static List<ProfileList> of(Handle handle, ProfileId owner) {
        return handle.createQuery(
                        SELECT + " l.owner_id = :owner and l.removed_at is null order by lower(l.title), l.id")
                .bind("owner", owner)
                .map(Sql.row(ProfileList.class))
                .list();
    }

    static List<ProfileList> having(Handle handle, ProfileId owner, ProfileId member) {
        return handle.createQuery(SELECT + """
                         l.owner_id = :owner and l.removed_at is null
                          and exists (select from list_member m where m.list_id = l.id and m.profile_id = :member)
                        order by lower(l.title), l.id
                        """)
                .bind("owner", owner)
                .bind("member", member)
                .map(Sql.row(ProfileList.class))
                .list();
    }

    static Optional<ProfileList> one(Handle handle, ListId id) {
        return one(handle, id, "null");
    }

    static Optional<ProfileList> removed(Handle handle, ListId id) {
        return one(handle, id, "not null");
    }

    private static Optional<ProfileList> one(Handle handle, ListId id, String removed) {
        return handle.createQuery(SELECT + " l.id = :id and l.removed_at is " + removed)
                .bind("id", id)
                .map(Sql.row(ProfileList.class))
                .findOne();
    }

    /// Whoever else makes, names or fills lists of this owner waits until this transaction ends.
    static void lock(Handle handle, ProfileId owner) {
        handle.createQuery("select id from profile where id = :owner for no key update")
                .bind("owner", owner)
                .mapTo(Long.class)
                .one();
    }

    static void insert(Handle handle, ListId id, ProfileId owner, String title, Instant now) {
        handle.createUpdate(
                        "insert into profile_list (id, owner_id, title, created_at) values (:id, :owner, :title, :now)")
                .bind("id", id)
                .bind("owner", owner)
                .bind("title", title)
                .bind("now", now)
                .execute();
    }

    static void rename(Handle handle, ListId id, String title) {
        handle.createUpdate("update profile_list set title = :title where id = :id")
                .bind("id", id)
                .bind("title", title)
                .execute();
    }

    static void remove(Handle handle, ListId id) {
        mark(handle, id, "now()");
    }

    static void restore(Handle handle, ListId id) {
        mark(handle, id, "null");
    }

    private static void mark(Handle handle, ListId id, String removed) {
        handle.createUpdate("update profile_list set removed_at = " + removed + " where id = :id")
                .bind("id", id)
                .execute();
    }

    /// Another list of this owner with that title, capitals aside.
    static boolean isTaken(Handle handle, ProfileId owner, String title, ListId except) {
        return handle.createQuery("""
                        select exists (select from profile_list
                          where owner_id = :owner and lower(title) = lower(:title) and removed_at is null and id <> :except)
                        """)
                .bind("owner", owner)
                .bind("title", title)
                .bind("except", except)
                .mapTo(Boolean.class)
                .one();
    }

    /// Those that are no profiles, or not any more.
    static List<Long> unknown(Handle handle, Collection<ProfileId> profiles) {
        return handle.createQuery("""
                        select wanted.id from unnest(:ids) as wanted (id)
                        where not exists (select from profile p where p.id = wanted.id) order by wanted.id
                        """)
                .bind("ids", array(profiles))
                .mapTo(Long.class)
                .list();
    }

    static int missing(Handle handle, ListId id, Collection<ProfileId> profiles) {
        return handle.createQuery("""
                        select count(distinct wanted.id)::int from unnest(:ids) as wanted (id)
                        where not exists (select from list_member m where m.list_id = :list and m.profile_id = wanted.id)
                        """)
                .bind("list", id)
                .bind("ids", array(profiles))
                .mapTo(Integer.class)
                .one();
    }

    static void add(Handle handle, ListId id, Collection<ProfileId> profiles, Instant now) {
        handle.createUpdate("""
                        insert into list_member (list_id, profile_id, at)
                        select distinct :list::bigint, wanted.id, :now::timestamptz from unnest(:ids) as wanted (id) on conflict do nothing
                        """)
                .bind("list", id)
                .bind("ids", array(profiles))
                .bind("now", now)
                .execute();
    }

    static int drop(Handle handle, ListId id, Collection<ProfileId> profiles) {
        return handle.createUpdate("delete from list_member where list_id = :list and profile_id = any (:ids)")
                .bind("list", id)
                .bind("ids", array(profiles))
                .execute();
    }

    static List<ProfileId> members(Handle handle, ListId id) {
        return handle.createQuery("select profile_id from list_member where list_id = :list")
                .bind("list", id)
                .mapTo(ProfileId.class)
                .list();
    }

    private static Long[] array(Collection<ProfileId> profiles) {
        return profiles.stream().map(ProfileId::value).toArray(Long[]::new);
    }
}
