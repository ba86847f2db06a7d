-- Foreign files: a run per file, its refused rows, and the statuses it brought. Figures are the network's own, under
-- their source label; null is "the file does not say", never 0, and none of them enters our own reach.

create table import_run (
    workspace_id bigint not null,
    id           bigint not null unique,
    brand_id     bigint not null,
    member_id    bigint not null,
    file_name    text   not null,
    wish         jsonb  not null default '{}',
    format       text check (format in ('x-activity', 'x-content', 'mapped')),
    state        text   not null default 'RUNNING' check (state in ('RUNNING', 'DONE', 'FAILED')),
    failure      text,
    notes        text[] not null default '{}',
    rows         bigint not null default 0,
    accepted     bigint not null default 0,
    rejected     bigint not null default 0,
    line         bigint not null default 0,
    attempts     int    not null default 0,
    lease_until  timestamptz not null,
    started_at   timestamptz not null,
    finished_at  timestamptz,
    primary key (workspace_id, id),
    foreign key (workspace_id, brand_id) references brand (workspace_id, id),
    foreign key (workspace_id, member_id) references member (workspace_id, id),
    check (rows = accepted + rejected),
    check ((state = 'RUNNING') = (finished_at is null))
) with (fillfactor = 50);
create index import_run_open on import_run (lease_until) where state = 'RUNNING';
create index import_run_newest on import_run (workspace_id, brand_id, id desc);

create table import_reject (
    workspace_id bigint not null,
    import_id    bigint not null,
    line         bigint not null,
    brand_id     bigint not null,
    column_name  text   not null,
    value        text   not null,
    rule         text   not null,
    reason       text   not null,
    primary key (workspace_id, import_id, line),
    foreign key (workspace_id, import_id) references import_run (workspace_id, id) on delete cascade
);

-- The id is time-ordered by created_at with the node 63, which no running node has: it never meets a status of ours.
create table imported_status (
    workspace_id      bigint not null,
    id                bigint not null unique,
    brand_id          bigint not null,
    import_id         bigint not null,
    line              bigint not null,
    source            text   not null,
    foreign_id        text   not null,
    author            text,
    text              text   not null,
    lang              text,
    created_at        timestamptz not null,
    date_only         boolean not null default false,
    permalink         text,
    campaign          text,
    hashtags          text[] not null default '{}',
    mentions          text[] not null default '{}',
    urls              text[] not null default '{}',
    impressions       bigint,
    engagements       bigint,
    likes             bigint,
    reposts           bigint,
    replies           bigint,
    quotes            bigint,
    bookmarks         bigint,
    shares            bigint,
    follows           bigint,
    link_clicks       bigint,
    profile_clicks    bigint,
    hashtag_clicks    bigint,
    detail_expands    bigint,
    permalink_clicks  bigint,
    media_views       bigint,
    media_engagements bigint,
    app_opens         bigint,
    app_installs      bigint,
    email_tweets      bigint,
    phone_dials       bigint,
    promoted          jsonb,
    imported_at       timestamptz not null,
    primary key (workspace_id, id),
    unique (workspace_id, brand_id, source, foreign_id),
    unique (workspace_id, import_id, line),
    foreign key (workspace_id, import_id) references import_run (workspace_id, id),
    foreign key (workspace_id, brand_id) references brand (workspace_id, id)
);
create index imported_status_by_time on imported_status (workspace_id, brand_id, created_at, id);

call wall('import_run', 'brand');
call wall('import_reject', 'brand');
call wall('imported_status', 'brand');
