package org.gazouillis.schedule;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gazouillis.kernel.PostId;
import org.gazouillis.kernel.SeriesId;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;

/// The posts that a series has made and that wait for their time, within one transaction. What the series itself
/// takes back is `CANCELLED` for the reason `series`, and only that comes back with it; what a person cancelled stays
/// so.
final class SeriesPosts {
    private final Handle handle;
    private final MemberScope member;
    private final SeriesId series;

    SeriesPosts(Handle handle, MemberScope member, SeriesId series) {
        this.handle = handle;
        this.member = member;
        this.series = series;
    }

    /// Takes the rows of all posts to come which nobody changed by hand out of the book, to be written anew; by day.
    Map<LocalDate, Deque<PostId>> spare() {
        Map<LocalDate, Deque<PostId>> byDay = new HashMap<>();
        handle.createQuery("""
                        with open as (
                          select o.local_date, o.slot, p.id from series_occurrence o
                          join series s on s.workspace_id = o.workspace_id and s.id = o.series_id
                          join post p on p.workspace_id = o.workspace_id and p.id = o.post_id
                          where o.workspace_id = :workspace and o.series_id = :series and o.state = 'PLANNED'
                            and p.state = 'SCHEDULED' and p.due_at > now() and p.zone = s.zone
                            and p.local_at = o.local_date + o.slot and p.content_hash = s.content_hash
                          order by p.id for update of p),
                        struck as (
                          delete from series_occurrence o using open
                          where o.workspace_id = :workspace and o.series_id = :series and o.post_id = open.id)
                        select local_date, id from open order by local_date, slot
                        """)
                .bind("workspace", member.workspace())
                .bind("series", series)
                .map(Sql.row(Spare.class))
                .list()
                .forEach(each -> byDay.computeIfAbsent(each.localDate(), _ -> new ArrayDeque<>())
                        .add(each.id()));
        return byDay;
    }

    /// Takes these posts back.
    void cancel(List<PostId> posts) {
        handle.createUpdate("""
                        update post set state = 'CANCELLED', failure = 'series', version = version + 1, updated_at = now()
                        where workspace_id = :workspace and id = any (:posts) and state = 'SCHEDULED'
                        """)
                .bind("workspace", member.workspace())
                .bind("posts", posts.stream().map(PostId::value).toArray(Long[]::new))
                .execute();
    }

    /// Takes back everything to come.
    void cancelAll() {
        cancel(handle.createQuery("""
                        select p.id from series_occurrence o
                        join post p on p.workspace_id = o.workspace_id and p.id = o.post_id
                        where o.workspace_id = :workspace and o.series_id = :series and o.state = 'PLANNED'
                          and p.state = 'SCHEDULED' and p.due_at > now()
                        order by p.id for update of p
                        """)
                .bind("workspace", member.workspace())
                .bind("series", series)
                .mapTo(PostId.class)
                .list());
    }

    /// Brings back what the series took back and whose time is still to come; the rest is past.
    void revive() {
        handle.createUpdate("""
                        with taken as (
                          select p.id, p.due_at > now() as coming from series_occurrence o
                          join post p on p.workspace_id = o.workspace_id and p.id = o.post_id
                          where o.workspace_id = :workspace and o.series_id = :series and o.state = 'PLANNED'
                            and p.state = 'CANCELLED' and p.failure = 'series'
                          order by p.id for update of p),
                        back as (
                          update post p set state = 'SCHEDULED', failure = null, version = p.version + 1, updated_at = now()
                          from taken t where p.workspace_id = :workspace and p.id = t.id and t.coming)
                        update series_occurrence o set state = 'SKIPPED', reason = 'past'
                        from taken t where o.workspace_id = :workspace and o.post_id = t.id and not t.coming
                        """)
                .bind("workspace", member.workspace())
                .bind("series", series)
                .execute();
    }

    /// Leaves one occurrence out; its post is taken back.
    void skip(LocalDateTime local) {
        handle.createUpdate("""
                        insert into series_occurrence (workspace_id, series_id, local_date, slot, brand_id, state, reason)
                        select workspace_id, id, :local::date, :local::time, brand_id, 'SKIPPED', 'by hand'
                        from series where workspace_id = :workspace and id = :series
                        on conflict (workspace_id, series_id, local_date, slot)
                        do update set state = 'SKIPPED', reason = 'by hand'
                        """)
                .bind("workspace", member.workspace())
                .bind("series", series)
                .bind("local", local)
                .execute();
        cancel(handle.createQuery("""
                        select post_id from series_occurrence
                        where workspace_id = :workspace and series_id = :series and local_date = :local::date
                          and slot = :local::time and post_id is not null
                        """)
                .bind("workspace", member.workspace())
                .bind("series", series)
                .bind("local", local)
                .mapTo(PostId.class)
                .list());
    }

    /// Lets an occurrence that was left out by hand happen after all: its post comes back, or the next filling up to
    /// the horizon makes one.
    void restore(LocalDateTime local) {
        handle.createUpdate("""
                        update series_occurrence set state = 'PLANNED', reason = null
                        where workspace_id = :workspace and series_id = :series and local_date = :local::date
                          and slot = :local::time and reason = 'by hand' and post_id is not null
                        """)
                .bind("workspace", member.workspace())
                .bind("series", series)
                .bind("local", local)
                .execute();
        handle.createUpdate("""
                        delete from series_occurrence
                        where workspace_id = :workspace and series_id = :series and local_date = :local::date
                          and slot = :local::time and reason = 'by hand' and post_id is null
                        """)
                .bind("workspace", member.workspace())
                .bind("series", series)
                .bind("local", local)
                .execute();
        revive();
        planAgainFrom(local);
    }

    /// Lets the next filling look at everything after that time again; what is in the book stays as it is.
    void planAgainFrom(LocalDateTime local) {
        handle.createUpdate("""
                        update series set planned_through = least(planned_through, :before)
                        where workspace_id = :workspace and id = :series
                        """)
                .bind("workspace", member.workspace())
                .bind("series", series)
                .bind("before", local.minusSeconds(1))
                .execute();
    }

    record Spare(LocalDate localDate, PostId id) {}
}
