package org.gazouillis.publish;

import java.util.Locale;
import org.gazouillis.compose.PostLinks;
import org.gazouillis.compose.QuietPeriod;

/// The claim, as SQL. One statement: what it locks it judges (fence, lateness, accounts), and what it judges fit it
/// publishes. All it needs of a post stands on the locked row itself, so that a change committed a moment before is
/// published as changed and never half; a row that somebody is changing is passed by until the next tick. It is
/// public for the bench, which runs it bare, and must run behind [FenceGate#pass], in the same transaction.
///
/// Accounts outside get a publication that is `DUE`, with the words as they stand now; the post is then `CLAIMED`
/// until all of them are settled (see [PostOutcome]). A post that is planned again takes up what did not go out
/// before.
///
/// `:first` begins a block of ids: statuses, then from `:most` on publications, from `2 * :most` on trail entries,
/// from `3 * :most` on what follows in threads. A claim takes no more posts than its threads have ids; the rest is
/// the next one's.
public final class Claim {
    /// No post has more accounts, see the check on `post.account_ids`.
    public static final int MOST_ACCOUNTS = 10;

    /// `%s` says which of the posts that are due.
    private static final String SQL =
            """
            with due as materialized (
              select p.workspace_id, p.id, p.brand_id, p.campaign_id, p.account_ids, p.text, p.lang, p.hashtags,
                     p.mentions, p.urls, p.attachments, p.parts, p.variants, p.trial, p.poll, p.flash, p.content_hash,
                     p.due_at, p.max_lateness, p.late_policy, p.revision
              from post p where p.state = 'SCHEDULED' and p.due_at <= now() %s for update of p skip locked),
            fitting as materialized (
              select f.* from (
                select d.*, row_number() over w as n,
                       sum(case when d.parts is null then 0
                                else cardinality(d.account_ids) * jsonb_array_length(d.parts) end) over w as lines
                from due d window w as (order by d.due_at, d.id rows unbounded preceding)) f
              where f.lines <= :most),
            weighed as materialized (
              select p.*, now() - p.due_at > p.max_lateness as late,
                     exists (select from queue_pause q where q.workspace_id = p.workspace_id
                               and q.account_id = any (p.account_ids)) as paused,
            """ + FenceGate.OVER_POST + """
                     as fenced,
            """ + QuietPeriod.OVER_POST + """
                     as quiet, o.outside, o.inside
              from fitting p cross join lateral (
                select bool_or(a.profile_id is null) as outside, bool_or(a.profile_id is not null) as inside
                from social_account a where a.workspace_id = p.workspace_id
                  and a.brand_id = p.brand_id and a.id = any (p.account_ids)) o),
            judged as materialized (
              select d.*,
                     case when d.fenced or d.paused or d.quiet or d.late and d.late_policy = 'HOLD' then 'HELD'
                          when d.late and d.late_policy = 'DROP' then 'MISSED'
                          when d.outside is null then 'FAILED'
                          when d.outside then 'CLAIMED'
                          else 'PUBLISHED' end as verdict,
                     case when d.fenced then 'fence'
                          when d.paused then 'paused'
                          when d.quiet then 'quiet'
                          when d.late and d.late_policy <> 'SEND_LATE' then 'late'
                          when d.outside is null then 'no account' end as reason
              from weighed d),
            sent as materialized (
              select j.workspace_id, j.id, j.brand_id, j.n, j.lang, j.content_hash, j.attachments, j.parts, j.trial, j.poll,
                     j.flash,
                     coalesce(own.variant ->> 'text', j.text) as text,
                     case when own.variant is null then j.hashtags else words(own.variant -> 'hashtags') end as hashtags,
                     case when own.variant is null then j.mentions else words(own.variant -> 'mentions') end as mentions,
                     case when own.variant is null then j.urls else words(own.variant -> 'urls') end as urls,
                     j.revision, j.due_at, a.id as account_id, a.profile_id, a.network,
                     id_plus(:first, row_number() over w) as status_id,
                     id_plus(:first, :most + row_number() over w) as publication_id
              from judged j join social_account a on a.workspace_id = j.workspace_id and a.brand_id = j.brand_id
                   and a.id = any (j.account_ids)
                   cross join lateral (select j.variants -> a.id::text as variant) own
              where j.verdict in ('PUBLISHED', 'CLAIMED') window w as (order by j.n, a.id)),
            published as (
              insert into publication (workspace_id, id, post_id, brand_id, account_id, network, profile_id, state,
                                       status_id, content_hash, published_at, text, lang, revision, due_at, next_at,
                                       attachments, parts)
              select workspace_id, publication_id, id, brand_id, account_id, network, profile_id,
                     case when profile_id is null then 'DUE' else 'CONFIRMED' end,
                     case when profile_id is not null then status_id end, content_hash,
                     case when profile_id is not null then now() end,
                     case when profile_id is null then text end, case when profile_id is null then lang end,
                     case when profile_id is null then revision end, case when profile_id is null then due_at end,
                     case when profile_id is null then now() end,
                     case when profile_id is null then attachments end, case when profile_id is null then parts end
              from sent
              on conflict (post_id, account_id) do update
              set state = 'DUE', content_hash = excluded.content_hash, text = excluded.text, lang = excluded.lang,
                  revision = excluded.revision, due_at = excluded.due_at, next_at = excluded.next_at,
                  fence = publication.fence + 1, sent_at = null, attempts = 0, unknowns = 0, absences = 0, looks = 0,
                  failure = null, attachments = excluded.attachments, parts = excluded.parts, steps = 1,
                  media_ids = '{}', media_ready = 0
              where publication.profile_id is null and publication.part = 1
                and publication.state in ('REJECTED', 'HELD', 'MISSED', 'CANCELLED')),
            posted as (
              insert into status (id, profile_id, text, lang, created_at, conversation_id, publication_id,
                                  hashtags, mentions, urls, attachments, flash)
              select status_id, profile_id, text, lang, now(), status_id, publication_id, hashtags, mentions, urls,
                     attachments, flash
              from sent where profile_id is not null),
            asked as (
              insert into poll (status_id, options, multiple, hide_totals, ends_at, counts)
              select status_id, words(poll -> 'options'), (poll ->> 'multiple')::boolean, (poll ->> 'hideTotals')::boolean,
                     now() + make_interval(secs => (poll ->> 'seconds')::int),
                     array_fill(0, array[jsonb_array_length(poll -> 'options')])
              from sent where profile_id is not null and poll is not null),
            trying as materialized (
              select distinct on (id) *, uuid_send(gen_random_uuid()) as key, (trial ->> 'share')::float8 as part_b
              from sent s where profile_id is not null and trial is not null
                and not exists (select from trial t where t.post_id = s.id)
              order by id, account_id),
            seconded as (
              insert into status_variant (status_id, key, share, text, hashtags, mentions, urls)
              select status_id, key, part_b, trial ->> 'text', words(trial -> 'hashtags'), words(trial -> 'mentions'),
                     words(trial -> 'urls')
              from trying),
            begun as (
              insert into trial (workspace_id, status_id, brand_id, post_id, first_text, text, key, share, measure,
                                 least, began_at, ends_at)
              select workspace_id, status_id, brand_id, id, text, trial ->> 'text', key, part_b, trial ->> 'measure',
                     (trial ->> 'least')::float8, now(), now() + make_interval(days => (trial ->> 'days')::int)
              from trying),
            following as materialized (
              select f.*, coalesce(lag(f.line_id) over (partition by f.status_id order by f.part), f.status_id) as parent
              from (
                select s.profile_id, s.lang, s.status_id, line.part, line.words ->> 'text' as text,
                       words(line.words -> 'hashtags') as hashtags, words(line.words -> 'mentions') as mentions,
                       words(line.words -> 'urls') as urls,
                       id_plus(:first, 3 * :most + row_number() over (order by s.status_id, line.part)) as line_id
                from sent s cross join lateral jsonb_array_elements(s.parts) with ordinality as line (words, part)
                where s.profile_id is not null and s.parts is not null) f),
            followed as (
              insert into status (id, profile_id, text, lang, created_at, in_reply_to, conversation_id,
                                  hashtags, mentions, urls)
              select line_id, profile_id, text, lang, now(), parent, status_id, hashtags, mentions, urls
              from following),
            counted as (
              insert into status_count (status_id, replies) select parent, 1 from following),
            said as materialized (
              select status_id, hashtags, mentions from sent where profile_id is not null
              union all select line_id, hashtags, mentions from following),
            tagged as (
              insert into hashtag_status (tag, status_id)
              select distinct tag, status_id from said, unnest(hashtags) as tag),
            mentioned as (
              insert into mention_status (profile_id, status_id)
              select distinct m.id, s.status_id from said s, unnest(s.mentions) as who
              join profile m on lower(m.handle) = who where s.mentions <> '{}'),
            moved as (
              update post p
              set state = j.verdict, failure = j.reason, version = p.version + 1, updated_at = now(),
                  published_at = case when j.verdict in ('PUBLISHED', 'CLAIMED') and j.inside then now() end
              from judged j where p.id = j.id),
            announced as (
              insert into outbox (kind, workspace_id, subject, payload, at)
              select 'StatusPosted', null::bigint, status_id, jsonb_build_object('profile', profile_id), now()
              from sent where profile_id is not null
              union all
              select 'StatusPosted', null, line_id, jsonb_build_object('profile', profile_id, 'inReplyTo', parent), now()
              from following
              union all
              select case verdict when 'PUBLISHED' then 'PostPublished' when 'FAILED' then 'PublishFailed'
                                  else 'PublishMissed' end,
                     workspace_id, id, jsonb_build_object('brand', brand_id, 'state', verdict), now()
              from judged p where verdict <> 'CLAIMED' and (verdict <> 'PUBLISHED' or
            """ + PostLinks.OF_POST + """
              )),
            written as (
              insert into audit_entry (workspace_id, id, at, brand_id, action, subject, detail)
              select workspace_id, id_plus(:first, 2 * :most + n), now(), brand_id, 'post.' || lower(verdict), id,
                     case when reason is null and trial is null then '{}'
                          else jsonb_strip_nulls(jsonb_build_object('reason', reason,
                                 'trial', case when verdict in ('PUBLISHED', 'CLAIMED') then trial end)) end
              from judged)
            select count(*)::int as taken,
                   (count(*) filter (where verdict = 'PUBLISHED'))::int as published,
                   (count(*) filter (where verdict = 'HELD'))::int as held,
                   (count(*) filter (where verdict = 'MISSED'))::int as missed,
                   (count(*) filter (where verdict = 'FAILED'))::int as failed
            from judged
            """;

    static final String ONE = String.format(Locale.ROOT, SQL, "and p.id = :post");

    private Claim() {}

    /// @param batch how many posts at most, of those that are due longest; written out, so that a plan is made for
    ///              that many
    public static String due(int batch) {
        return String.format(Locale.ROOT, SQL, "order by p.due_at, p.id limit " + batch);
    }

    /// How many ids a claim of so many posts may use.
    public static int ids(int batch) {
        return batch * 4 * MOST_ACCOUNTS + 1;
    }
}
