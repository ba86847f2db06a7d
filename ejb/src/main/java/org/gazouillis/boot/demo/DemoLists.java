package org.gazouillis.boot.demo;

import java.time.Duration;
import java.time.Instant;
import org.gazouillis.kernel.ListId;
import org.jdbi.v3.core.Handle;

/// The lists of the agency's owner: the voices of its brands, and those of the public who write most.
final class DemoLists {
    private static final int REGULARS = 12;

    private final Handle handle;
    private final Instant base;
    private final BackDatedIds ids = new BackDatedIds(Chance.of("lists"));

    DemoLists(Handle handle, Instant base) {
        this.handle = handle;
        this.base = base;
    }

    void make() {
        handle.createUpdate("""
                        insert into list_member (list_id, profile_id, at)
                        select :list, id, :at from profile where handle = any (:handles)
                        """)
                .bind("list", list("Our brands", 60))
                .bind("at", ago(60))
                .bind("handles", Cast.OWN.toArray(String[]::new))
                .execute();
        handle.createUpdate("""
                        insert into list_member (list_id, profile_id, at)
                        select :list, p.id, :at from profile p join status s on s.profile_id = p.id
                        where not exists (select from social_account a where a.profile_id = p.id)
                          and not exists (select from member m where m.profile_id = p.id)
                        group by p.id order by count(*) desc, p.id limit :regulars
                        """)
                .bind("list", list("Regulars", 21))
                .bind("at", ago(21))
                .bind("regulars", REGULARS)
                .execute();
    }

    private ListId list(String title, int days) {
        ListId id = new ListId(ids.at(ago(days)));
        handle.createUpdate("""
                        insert into profile_list (id, owner_id, title, created_at)
                        select :id, profile_id, :title, :at from member where email = 'owner@demo.example'
                        """)
                .bind("id", id)
                .bind("title", title)
                .bind("at", ago(days))
                .execute();
        return id;
    }

    private Instant ago(int days) {
        return base.minus(Duration.ofDays(days));
    }
}
