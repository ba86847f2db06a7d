package org.gazouillis.tenancy;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/// The profile on the built-in micro-blog that each member and each brand has from its first second.
final class Profiles {
    private Profiles() {}

    /// @throws HandleTaken when somebody has the handle, in whatever case
    static void insert(Handle handle, long id, String profileHandle, String name, String lang, Instant now) {
        int inserted = handle.createUpdate("""
                        insert into profile (id, handle, name, lang, created_at, active_at)
                        values (:id, :handle, :name, :lang, :now, :now)
                        on conflict (lower(handle)) do nothing
                        """)
                .bind("id", id)
                .bind("handle", profileHandle)
                .bind("name", name)
                .bind("lang", lang)
                .bind("now", now)
                .execute();
        if (inserted == 0) {
            throw new HandleTaken(profileHandle);
        }
    }

    /// The wish itself when it is free, else the wish with the smallest number behind it that makes it free.
    static String freeHandle(Handle handle, String wish) {
        String base = wish.replaceAll("[^A-Za-z0-9_]", "_");
        String root = base.isEmpty() ? "member" : base.substring(0, Math.min(base.length(), 24));
        return handle.createQuery("""
                        select candidate
                        from (select :root || case n when 1 then '' else n::text end as candidate, n
                              from generate_series(1, 100000) n) each
                        where not exists (select from profile where lower(handle) = lower(candidate))
                        order by n limit 1
                        """).bind("root", root).mapTo(String.class).one();
    }
}
