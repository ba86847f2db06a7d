package org.gazouillis.publish;

/// The statements of [Triage]. Each is one, whether it is about one post or five thousand.
final class TriageSql {
    /// Held and missed posts of the brands asked for. A post that failed otherwise is mended in the queue.
    private static final String WAITING = """
            p.workspace_id = :workspace and p.brand_id = any (:brands) and p.state in ('HELD', 'MISSED')
            """;

    static final String LIST = """
            select p.id, p.brand_id, b.handle as brand, m.name as author, c.name as campaign, p.text, p.lang, p.state,
                   coalesce(p.failure, 'late') as reason, p.due_at, coalesce(p.zone, b.zone) as zone,
            """ + FenceGate.OVER_POST + """
                   as stopped
            from post p
            join brand b on b.workspace_id = p.workspace_id and b.id = p.brand_id
            join member m on m.workspace_id = p.workspace_id and m.id = p.author_id
            left join campaign c on c.workspace_id = p.workspace_id and c.id = p.campaign_id
            where
            """ + WAITING + "order by p.due_at, p.id limit :limit";

    static final String COUNT = "select count(*)::int from post p where " + WAITING;

    /// Locks the posts first, so that what it judges is what it changes. Distances that are kept are those of the
    /// wall clock: nine o'clock stays nine o'clock across a change of the clocks.
    static final String DECIDE = """
            with locked as materialized (
              select p.*, coalesce(p.zone, b.zone) as at_zone,
            """ + FenceGate.OVER_POST + """
                     as stopped
              from post p join brand b on b.workspace_id = p.workspace_id and b.id = p.brand_id
              where
            """ + WAITING + """
                and (:all or p.id = any (:posts))
              order by p.due_at, p.id limit :most for update of p),
            chosen as materialized (
              select l.*, row_number() over (order by l.due_at, l.id) as no,
                     row_number() over (partition by l.brand_id order by l.due_at, l.id) - 1 as nth,
                     min(l.due_at) over () as first_due
              from locked l where :deed = 'DROP' or not l.stopped),
            dated as materialized (
              select c.*, case
                  when :deed = 'DROP' then c.due_at
                  when :deed = 'SEND' then now() + (:respite + c.nth * :every) * interval '1 second'
                  when :every > 0 then cast(:to as timestamptz) + c.nth * :every * interval '1 second'
                  else ((c.due_at at time zone c.at_zone)
                        + ((cast(:to as timestamptz) at time zone c.at_zone)
                           - (c.first_due at time zone c.at_zone))) at time zone c.at_zone
                end as new_due
              from chosen c),
            noted as (
              insert into triage (workspace_id, id, member_id, deed, at) values (:workspace, :id, :member, :deed, now())),
            kept as (
              insert into triage_step (workspace_id, triage_id, post_id, brand_id, state, failure, due_at, local_at, zone,
                                       version)
              select workspace_id, :id, id, brand_id, state, failure, due_at, local_at, zone, version + 1 from dated),
            moved as (
              update post p
              set state = case when :deed = 'DROP' then 'CANCELLED' else 'SCHEDULED' end, failure = null,
                  due_at = d.new_due,
                  local_at = case when :deed = 'DROP' then p.local_at else d.new_due at time zone d.at_zone end,
                  zone = d.at_zone, version = p.version + 1, updated_at = now()
              from dated d where p.workspace_id = d.workspace_id and p.id = d.id),
            written as (
              insert into audit_entry (workspace_id, id, at, member_id, brand_id, action, subject, detail)
              select workspace_id, id_plus(:first, no), now(), :member, brand_id, :action, id,
                     jsonb_build_object('triage', cast(:id as text), 'was', due_at, 'is', new_due)
              from dated)
            select cast(:id as bigint) as id, (select count(*) from dated)::int as changed,
                   (select count(*) from locked where stopped and :deed <> 'DROP')::int as stopped
            """;

    /// What was changed or has gone out meanwhile stays as it is.
    static final String UNDO = """
            with back as (
              update post p
              set state = s.state, failure = s.failure, due_at = s.due_at, local_at = s.local_at, zone = s.zone,
                  version = p.version + 1, updated_at = now()
              from triage_step s
              where s.workspace_id = :workspace and s.triage_id = :id and s.brand_id = any (:brands)
                and p.workspace_id = s.workspace_id and p.id = s.post_id and p.version = s.version
                and p.state in ('SCHEDULED', 'CANCELLED')
              returning p.workspace_id, p.id, p.brand_id),
            numbered as (select b.*, row_number() over (order by b.id) as no from back b),
            written as (
              insert into audit_entry (workspace_id, id, at, member_id, brand_id, action, subject, detail)
              select workspace_id, id_plus(:first, no), now(), :member, brand_id, 'post.triage_undone', id,
                     jsonb_build_object('triage', cast(:id as text)) from numbered),
            marked as (
              update triage set undone_at = now()
              where workspace_id = :workspace and id = :id and undone_at is null)
            select count(*)::int from back
            """;

    private TriageSql() {}
}
