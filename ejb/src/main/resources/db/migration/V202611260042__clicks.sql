-- Clicks on short links are engagements, too. They may come from anywhere, so a click need not belong to a status, nor
-- the brand have an account on the built-in micro-blog. Each partition has its own copy of the checks.
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
alter table engagement alter profile_id drop not null;
alter table engagement
    add constraint engagement_kind_check check (kind in ('VIEW', 'LIKE', 'UNLIKE', 'REPOST', 'UNREPOST', 'REPLY', 'UNREPLY',
                                                         'FOLLOW', 'UNFOLLOW', 'CLICK')),
    add constraint engagement_check check (kind = 'CLICK' or (kind in ('FOLLOW', 'UNFOLLOW')) = (status_id is null));

alter table quarter_bucket add clicks int not null default 0;
alter table day_bucket add clicks int not null default 0;
alter table status_total add clicks int not null default 0;
