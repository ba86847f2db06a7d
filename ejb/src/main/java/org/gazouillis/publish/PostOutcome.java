package org.gazouillis.publish;

import java.util.Collection;
import java.util.List;
import org.gazouillis.compose.PostLinks;
import org.gazouillis.kernel.PostId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.jdbi.v3.core.Handle;

/// Says what a post became when nothing of it is open on any account:
///
/// | its publications | the post | failure |
/// |---|---|---|
/// | all confirmed | `PUBLISHED` | none |
/// | some confirmed, or a thread begun | `PUBLISHED` | `unclear` where a person must look, else `partly` |
/// | none confirmed, some need a person | `CLAIMED` still, for it may be out | `unclear` |
/// | none confirmed, some refused | `FAILED` | `refused` |
/// | none confirmed, some held or missed | `HELD`, else `MISSED` | `fence` or `late` |
final class PostOutcome {
    private static final String SQL = """
            with tally as (
              select p.workspace_id, p.id, p.brand_id, p.state as was, p.failure as was_because, count(*) as all,
                     count(*) filter (where u.state in ('DUE', 'SENDING', 'UNKNOWN')) as open,
                     count(*) filter (where u.state = 'CONFIRMED') as confirmed,
                     count(*) filter (where u.state = 'CONFIRMED' or u.part > 1) as begun,
                     count(*) filter (where u.state = 'NEEDS_PERSON') as unclear,
                     count(*) filter (where u.state = 'REJECTED') as refused,
                     count(*) filter (where u.state = 'HELD') as held,
                     max(u.failure) filter (where u.state in ('HELD', 'MISSED')) as stop
              from post p join publication u on u.post_id = p.id and u.account_id = any (p.account_ids)
              where p.id = any (:posts) and p.state in ('CLAIMED', 'PUBLISHED')
              group by p.workspace_id, p.id),
            verdict as materialized (
              select t.*, row_number() over (order by id) as n,
                     case when begun > 0 then 'PUBLISHED' when unclear > 0 then 'CLAIMED'
                          when refused > 0 then 'FAILED' when held > 0 then 'HELD' else 'MISSED' end as state,
                     case when confirmed = t.all then null when unclear > 0 then 'unclear'
                          when begun > 0 then 'partly' when refused > 0 then 'refused' else stop end as failure
              from tally t where open = 0),
            moved as (
              update post p
              set state = v.state, failure = v.failure, version = p.version + 1, updated_at = now(),
                  published_at = case when v.state = 'PUBLISHED' then coalesce(p.published_at, now()) end
              from verdict v
              where p.id = v.id and (v.state, coalesce(v.failure, '')) <> (v.was, coalesce(v.was_because, ''))
              returning v.*,
            """ + PostLinks.OF_POST + """
                as links),
            announced as (
              insert into outbox (kind, workspace_id, subject, payload, at)
              select case state when 'PUBLISHED' then 'PostPublished' when 'FAILED' then 'PublishFailed'
                                else 'PublishMissed' end,
                     workspace_id, id, jsonb_build_object('brand', brand_id, 'state', state), now()
              from moved where state <> was and (state <> 'PUBLISHED' or links)),
            written as (
              insert into audit_entry (workspace_id, id, at, brand_id, action, subject, detail)
              select workspace_id, id_plus(:first, n), now(), brand_id, 'post.' || lower(state), id,
                     case when failure is null then '{}'::jsonb else jsonb_build_object('reason', failure) end
              from moved)
            select count(*) from moved
            """;

    private PostOutcome() {}

    /// Takes the posts' rows first, so that of two publications that end at once the second sees the first.
    static void settle(Handle handle, Collection<PostId> posts, TimeOrderedIds ids) {
        if (posts.isEmpty()) {
            return;
        }
        Long[] which = posts.stream().map(PostId::value).sorted().toArray(Long[]::new);
        List<Long> held = handle.createQuery("select id from post where id = any (:posts) order by id for update")
                .bind("posts", which)
                .mapTo(Long.class)
                .list();
        handle.createQuery(SQL)
                .bind("posts", held.toArray(Long[]::new))
                .bind("first", ids.reserve(held.size() + 1))
                .mapTo(Integer.class)
                .one();
    }
}
