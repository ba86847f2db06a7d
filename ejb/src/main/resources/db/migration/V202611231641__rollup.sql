-- Roll-ups: counts and exact sets of people (Roaring bitmaps) per quarter of an hour in UTC, per local day of the
-- brand, and per status. A quarter is the finest step in which the world's offsets differ, so the hours and days of
-- every zone are sums of quarters; the day rows spare a dashboard the union of thousands of small sets.
-- dimension BRAND: subject_id is the brand; CAMPAIGN: the campaign.
create table quarter_bucket (
    workspace_id    bigint      not null,
    brand_id        bigint      not null,
    dimension       text        not null check (dimension in ('BRAND', 'CAMPAIGN')),
    subject_id      bigint      not null,
    quarter         timestamptz not null,
    views           int not null default 0,
    anonymous_views int not null default 0,
    likes           int not null default 0,
    reposts         int not null default 0,
    replies         int not null default 0,
    follows         int not null default 0,
    unfollows       int not null default 0,
    reach           int not null default 0,
    anonymous_reach int not null default 0,
    people          bytea,
    anonymous       bytea,
    primary key (workspace_id, brand_id, dimension, subject_id, quarter)
) with (fillfactor = 80);
call wall('quarter_bucket', 'brand');

create table day_bucket (
    workspace_id    bigint not null,
    brand_id        bigint not null,
    dimension       text   not null check (dimension in ('BRAND', 'CAMPAIGN')),
    subject_id      bigint not null,
    day             date   not null,
    views           int not null default 0,
    anonymous_views int not null default 0,
    likes           int not null default 0,
    reposts         int not null default 0,
    replies         int not null default 0,
    follows         int not null default 0,
    unfollows       int not null default 0,
    reach           int not null default 0,
    anonymous_reach int not null default 0,
    people          bytea,
    anonymous       bytea,
    primary key (workspace_id, brand_id, dimension, subject_id, day)
) with (fillfactor = 80);
call wall('day_bucket', 'brand');

-- What a status gathered so far. Likes, reposts and replies are net of those taken back: the micro-blog's own counts.
create table status_total (
    workspace_id    bigint not null,
    brand_id        bigint not null,
    status_id       bigint not null,
    views           int not null default 0,
    anonymous_views int not null default 0,
    likes           int not null default 0,
    reposts         int not null default 0,
    replies         int not null default 0,
    reach           int not null default 0,
    anonymous_reach int not null default 0,
    people          bytea,
    anonymous       bytea,
    primary key (workspace_id, brand_id, status_id)
) with (fillfactor = 80);
call wall('status_total', 'brand');

-- How far the roll-up came: every engagement of a transaction before `sealed` is in. `as_of`: every fact up to then.
create table rollup_mark (
    name   text primary key,
    sealed xid8        not null,
    as_of  timestamptz not null
);
insert into rollup_mark values ('engagement', '0', now());
revoke insert, update, delete on quarter_bucket, day_bucket, status_total, rollup_mark from gazouillis_app;

-- For lists, reports and exports: every own status of a brand's accounts with what it gathered; 0 where nothing
-- happened yet. Follows cannot be told apart by status yet, hence null and not 0.
create view status_performance with (security_invoker = true) as
select a.workspace_id, a.brand_id, s.profile_id, s.id as status_id, p.post_id, o.campaign_id, s.created_at,
       coalesce(t.views, 0)           as impressions,
       coalesce(t.anonymous_views, 0) as anonymous_impressions,
       coalesce(t.reach, 0)           as reach,
       coalesce(t.anonymous_reach, 0) as anonymous_reach,
       coalesce(t.likes, 0)           as likes,
       coalesce(t.reposts, 0)         as reposts,
       coalesce(t.replies, 0)         as replies,
       null::int                      as follows,
       coalesce(t.likes + t.reposts + t.replies, 0) as engagements,
       (select as_of from rollup_mark where name = 'engagement') as as_of
from social_account a
join status s on s.profile_id = a.profile_id and s.repost_of is null
left join status_total t on t.workspace_id = a.workspace_id and t.brand_id = a.brand_id and t.status_id = s.id
left join publication p on p.status_id = s.id and p.workspace_id = a.workspace_id
left join post o on o.workspace_id = p.workspace_id and o.id = p.post_id;
