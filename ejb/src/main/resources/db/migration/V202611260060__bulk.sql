-- Bulk scheduling: a file of posts becomes a draft run whose rows are looked at, mended and then planned together.
-- A row names the post that it became, so that a run taken up again plans no row twice and an undo finds them all.

-- A text without what people change when they say the same thing again: case, blanks, punctuation.
create function plain_text(text text) returns text
    language sql immutable parallel safe as
$$ select btrim(lower(regexp_replace(text, '[[:space:][:punct:]]+', ' ', 'g'))) $$;

create table bulk_run (
    workspace_id bigint not null,
    id           bigint not null unique,
    brand_id     bigint not null,
    member_id    bigint not null,
    file_name    text   not null,
    wish         jsonb  not null default '{}',
    mode         text   not null check (mode in ('PREVIEW', 'ALL_OR_NOTHING', 'ROW_BY_ROW')),
    state        text   not null default 'READING'
                 check (state in ('READING', 'CHECKING', 'READY', 'PLANNING', 'DONE', 'UNDONE', 'FAILED')),
    format       text check (format in ('hootsuite', 'sprout', 'buffer', 'generic')),
    columns      text[] not null default '{}',
    roles        jsonb  not null default '{}',
    day_line     int,
    month_line   int,
    notes        text[] not null default '{}',
    failure      text,
    rows         int    not null default 0,
    ready        int    not null default 0,
    refused      int    not null default 0,
    warned       int    not null default 0,
    planned      int    not null default 0,
    cancelled    int    not null default 0,
    attempts     int    not null default 0,
    lease_until  timestamptz not null,
    started_at   timestamptz not null,
    finished_at  timestamptz,
    primary key (workspace_id, id),
    foreign key (workspace_id, brand_id) references brand (workspace_id, id),
    foreign key (workspace_id, member_id) references member (workspace_id, id)
) with (fillfactor = 50);
create index bulk_run_open on bulk_run (lease_until) where state in ('READING', 'CHECKING', 'PLANNING');
create index bulk_run_newest on bulk_run (workspace_id, brand_id, id desc);

-- cells: as the file has them, in the order of bulk_run.columns; broken: why the row could not be cut into cells;
-- faults: what is wrong with the row by itself; twins: what is wrong beside other rows and posts.
create table bulk_row (
    workspace_id bigint not null,
    run_id       bigint not null,
    row_no       int    not null,
    brand_id     bigint not null,
    line         int    not null,
    cells        text[] not null,
    broken       jsonb,
    faults       jsonb  not null default '[]',
    twins        jsonb  not null default '[]',
    verdict      text   not null default 'WRONG' check (verdict in ('RIGHT', 'WRONG', 'PLANNED')),
    text         text,
    lang         text,
    account_ids  bigint[] not null default '{}',
    campaign_id  bigint,
    due_at       timestamptz,
    local_at     timestamp,
    zone         text,
    gap_rule     text,
    post_id      bigint,
    primary key (workspace_id, run_id, row_no),
    unique (workspace_id, post_id),
    foreign key (workspace_id, run_id) references bulk_run (workspace_id, id) on delete cascade,
    check ((verdict = 'PLANNED') = (post_id is not null)),
    check (verdict <> 'RIGHT' or text is not null and due_at is not null and local_at is not null and zone is not null)
) with (fillfactor = 50);

-- What a member says about files of one origin, under a name.
create table bulk_profile (
    workspace_id bigint not null,
    id           bigint not null unique,
    brand_id     bigint not null,
    name         text   not null,
    wish         jsonb  not null,
    created_at   timestamptz not null,
    primary key (workspace_id, id),
    unique (workspace_id, brand_id, name),
    foreign key (workspace_id, brand_id) references brand (workspace_id, id)
);

call wall('bulk_run', 'brand');
call wall('bulk_row', 'brand');
call wall('bulk_profile', 'brand');
