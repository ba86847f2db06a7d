-- An export names its rows by what was said and when it was planned; both stand beside the figures from now on.
create or replace view status_performance with (security_invoker = true) as
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
       (select as_of from rollup_mark where name = 'engagement') as as_of,
       s.text, o.due_at as planned_at, o.zone
from social_account a
join status s on s.profile_id = a.profile_id and s.repost_of is null
left join status_total t on t.workspace_id = a.workspace_id and t.brand_id = a.brand_id and t.status_id = s.id
left join publication p on p.status_id = s.id and p.workspace_id = a.workspace_id
left join post o on o.workspace_id = p.workspace_id and o.id = p.post_id;
