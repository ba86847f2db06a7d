-- A member watches a saved search: MATCH tells of each post, VOLUME of an hour with unusually many. The wishes about
-- digest, quiet hours and muting are the watcher's own. A removed one can be brought back for a day.
create table alert (
    workspace_id bigint not null,
    id           bigint not null unique,
    member_id    bigint not null,
    search_id    bigint not null,
    kind         text   not null check (kind in ('MATCH', 'VOLUME')),
    digest       text   not null check (digest in ('AT_ONCE', 'HOURLY', 'DAILY')),
    quiet_from   time,
    quiet_to     time,
    zone         text   not null,
    muted        boolean not null default false,
    strength     double precision not null default 3 check (strength between 1 and 20),
    least        int    not null default 5 check (least between 1 and 1000000),
    created_at   timestamptz not null,
    removed_at   timestamptz,
    primary key (workspace_id, id),
    unique (workspace_id, search_id, member_id, kind),
    foreign key (workspace_id, member_id) references member (workspace_id, id),
    foreign key (workspace_id, search_id) references saved_search (workspace_id, id) on delete cascade,
    check ((quiet_from is null) = (quiet_to is null))
);
create function member_sees(workspace bigint, member bigint, brand bigint) returns boolean
    language sql stable parallel safe as
$$ select exists (select from membership r where r.workspace_id = workspace and r.member_id = member
                    and (r.brand_id is null or r.brand_id = brand)) $$;

create index alert_of_member on alert (workspace_id, member_id);
call wall('alert', 'workspace');

-- What an alert has seen: each status once, whatever is tried again.
create table alert_match (
    workspace_id bigint not null,
    alert_id     bigint not null,
    status_id    bigint not null,
    found_at     timestamptz not null,
    primary key (workspace_id, alert_id, status_id),
    foreign key (workspace_id, alert_id) references alert (workspace_id, id) on delete cascade
);
create index alert_match_age on alert_match (found_at);
call wall('alert_match', 'workspace');
revoke insert, update, delete on alert_match from gazouillis_app;

-- How far all statuses up to this fact have been matched; one row for the whole house, written with the matches.
create table alert_position (
    one boolean primary key default true check (one),
    xid xid8   not null,
    id  bigint not null
);
revoke all on alert_position from gazouillis_app;

-- Notices for one member only, gathered by what they are about, and open until the member wants them told.
alter table notice
    add column member_id bigint,
    add column topic     bigint,
    add column label     text,
    add column closes_at timestamptz,
    drop constraint notice_kind_check,
    add constraint notice_kind_check check (kind in ('FAILED', 'MISSED', 'HELD', 'EXPIRED', 'WAITS', 'STOPPED', 'RELEASED',
        'MOVED', 'DEAD_LINK', 'MATCHED', 'SPIKED'));
drop index notice_gathering;
create unique index notice_gathering on notice (workspace_id, brand_id, kind, member_id, topic) nulls not distinct
    where closed_at is null;
