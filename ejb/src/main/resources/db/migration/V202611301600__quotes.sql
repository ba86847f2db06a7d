-- A status may show another beneath its own words: always an original, never a repost. The other stays named when it is
-- removed, so that readers are told that something was there.
alter table status add quote_of bigint references status;
create index status_quotes on status (quote_of, id) where quote_of is not null;
alter table status_count add quotes int not null default 0;

alter table engagement drop constraint engagement_kind_check;
do $$
declare
    part regclass;
begin
    -- A partition has the check as its own, too, which stays when the parent's goes.
    for part in select inhrelid::regclass from pg_inherits where inhparent = 'engagement'::regclass loop
        execute format('alter table %s drop constraint if exists engagement_kind_check', part);
    end loop;
end $$;
alter table engagement add constraint engagement_kind_check check (kind in (
    'VIEW', 'LIKE', 'UNLIKE', 'REPOST', 'UNREPOST', 'REPLY', 'UNREPLY', 'QUOTE', 'UNQUOTE', 'FOLLOW', 'UNFOLLOW', 'CLICK',
    'BOOKMARK', 'UNBOOKMARK', 'PROFILE_CLICK', 'HASHTAG_CLICK', 'DETAIL_EXPAND', 'MEDIA_ENGAGEMENT', 'REMOVED'));

alter table quarter_bucket add quotes int not null default 0;
alter table day_bucket add quotes int not null default 0;

-- product.md 4.3, `eng`; the same sum as `Tally.engagements`. Before PostgreSQL 17 a generated column can only be made anew.
drop view status_performance;
alter table status_total drop column engagements;
alter table status_total add quotes int not null default 0;
alter table status_total add engagements int generated always as (
    likes + reposts + replies + quotes + clicks + profile_clicks + hashtag_clicks + detail_expands + media_engagements
    + status_follows) stored;

create view status_performance with (security_invoker = true) as
select a.workspace_id, a.brand_id, s.profile_id, s.id as status_id, p.post_id, o.campaign_id, s.created_at,
       coalesce(t.views, 0)           as impressions,
       coalesce(t.anonymous_views, 0) as anonymous_impressions,
       coalesce(t.reach, 0)           as reach,
       coalesce(t.anonymous_reach, 0) as anonymous_reach,
       coalesce(t.likes, 0)           as likes,
       coalesce(t.reposts, 0)         as reposts,
       coalesce(t.replies, 0)         as replies,
       coalesce(t.quotes, 0)          as quotes,
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
