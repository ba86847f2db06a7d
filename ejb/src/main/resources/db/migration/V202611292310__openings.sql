-- What readers open from a status, what they keep of it, and whether they follow its author for it. Reports of programs
-- are facts, too, so that what was removed can be told; they are in no other number.
alter table engagement drop constraint if exists engagement_kind_check;
alter table engagement drop constraint if exists engagement_check;
do $$
declare
    part regclass;
begin
    -- Those that were inherited are gone with the parent's; what is left was a partition's own.
    for part in select inhrelid::regclass from pg_inherits where inhparent = 'engagement'::regclass loop
        execute format('alter table %s drop constraint if exists engagement_kind_check', part);
        execute format('alter table %s drop constraint if exists engagement_check', part);
    end loop;
end $$;
alter table engagement
    add constraint engagement_kind_check check (kind in (
        'VIEW', 'LIKE', 'UNLIKE', 'REPOST', 'UNREPOST', 'REPLY', 'UNREPLY', 'FOLLOW', 'UNFOLLOW', 'CLICK', 'BOOKMARK',
        'UNBOOKMARK', 'PROFILE_CLICK', 'HASHTAG_CLICK', 'DETAIL_EXPAND', 'MEDIA_ENGAGEMENT', 'REMOVED')),
    add constraint engagement_check check (kind in ('CLICK', 'FOLLOW', 'UNFOLLOW') or status_id is not null);

-- The last counted report of each person, status and kind: views, and now openings.
alter table view_latest rename to counted_latest;
alter table counted_latest add kind text not null default 'VIEW';
alter table counted_latest alter kind drop default;
alter table counted_latest drop constraint view_latest_pkey;
alter table counted_latest add constraint counted_latest_pkey primary key (status_id, person_no, anonymous, kind);
alter index view_latest_sweep rename to counted_latest_sweep;

-- From which of the author's statuses somebody came to follow; the original, which is never deleted. Not a foreign key:
-- every repost that is deleted would look for itself here.
alter table follow add from_status bigint;

alter table quarter_bucket
    add removed int not null default 0,
    add profile_clicks int not null default 0,
    add hashtag_clicks int not null default 0,
    add detail_expands int not null default 0,
    add media_engagements int not null default 0,
    add status_follows int not null default 0,
    add bookmarks int not null default 0;
alter table day_bucket
    add removed int not null default 0,
    add profile_clicks int not null default 0,
    add hashtag_clicks int not null default 0,
    add detail_expands int not null default 0,
    add media_engagements int not null default 0,
    add status_follows int not null default 0,
    add bookmarks int not null default 0;
alter table status_total
    add removed int not null default 0,
    add profile_clicks int not null default 0,
    add hashtag_clicks int not null default 0,
    add detail_expands int not null default 0,
    add media_engagements int not null default 0,
    add status_follows int not null default 0,
    add bookmarks int not null default 0;

-- product.md 4.3, `eng`; the same sum as `Tally.engagements`.
alter table status_total add engagements int generated always as (
    likes + reposts + replies + clicks + profile_clicks + hashtag_clicks + detail_expands + media_engagements
    + status_follows) stored;

create or replace view status_performance with (security_invoker = true) as
select a.workspace_id, a.brand_id, s.profile_id, s.id as status_id, p.post_id, o.campaign_id, s.created_at,
       coalesce(t.views, 0)           as impressions,
       coalesce(t.anonymous_views, 0) as anonymous_impressions,
       coalesce(t.reach, 0)           as reach,
       coalesce(t.anonymous_reach, 0) as anonymous_reach,
       coalesce(t.likes, 0)           as likes,
       coalesce(t.reposts, 0)         as reposts,
       coalesce(t.replies, 0)         as replies,
       coalesce(t.status_follows, 0)  as follows,
       coalesce(t.engagements, 0)     as engagements,
       (select as_of from rollup_mark where name = 'engagement') as as_of,
       s.text, o.due_at as planned_at, o.zone,
       coalesce(t.bookmarks, 0)         as bookmarks,
       coalesce(t.clicks, 0)            as link_clicks,
       coalesce(t.profile_clicks, 0)    as profile_clicks,
       coalesce(t.hashtag_clicks, 0)    as hashtag_clicks,
       coalesce(t.detail_expands, 0)    as detail_expands,
       coalesce(t.media_engagements, 0) as media_engagements
from social_account a
join status s on s.profile_id = a.profile_id and s.repost_of is null
left join status_total t on t.workspace_id = a.workspace_id and t.brand_id = a.brand_id and t.status_id = s.id
left join publication p on p.status_id = s.id and p.workspace_id = a.workspace_id
left join post o on o.workspace_id = p.workspace_id and o.id = p.post_id;
