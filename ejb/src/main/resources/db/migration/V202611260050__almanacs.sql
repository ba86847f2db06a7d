-- Holidays and own events, brought in as .ics files. An almanac is one file, for a brand or (brand_id null) for every
-- brand of the workspace. Its text is kept, so that repeating events can be laid out further as time goes on.
create table almanac (
    workspace_id bigint not null,
    id           bigint not null unique,
    brand_id     bigint,
    name         text   not null check (length(name) between 1 and 120),
    file_name    text   not null,
    content      text   not null,
    events       int    not null,
    laid_out_to  date   not null,
    member_id    bigint not null,
    created_at   timestamptz not null,
    deleted_at   timestamptz,
    primary key (workspace_id, id),
    foreign key (workspace_id, brand_id) references brand (workspace_id, id),
    foreign key (workspace_id, member_id) references member (workspace_id, id)
);
create index almanac_laid_out on almanac (laid_out_to) where deleted_at is null;
create index almanac_deleted on almanac (deleted_at) where deleted_at is not null;

-- One row per occurrence. Days and times without a zone ("floating") hold the clock on the wall; the others the instant.
create table occasion (
    workspace_id bigint not null,
    almanac_id   bigint not null,
    no           int    not null,
    brand_id     bigint,
    summary      text   not null,
    all_day      boolean not null,
    local_start  timestamp,
    local_end    timestamp,
    starts_at    timestamptz,
    ends_at      timestamptz,
    primary key (workspace_id, almanac_id, no),
    foreign key (workspace_id, almanac_id) references almanac (workspace_id, id) on delete cascade,
    check ((local_start is null) = (local_end is null) and (starts_at is null) = (ends_at is null)
           and (local_start is null) <> (starts_at is null))
);
create index occasion_by_day on occasion (workspace_id, local_start) where local_start is not null;
create index occasion_by_time on occasion (workspace_id, starts_at) where starts_at is not null;

call wall('almanac', 'both');
call wall('occasion', 'both');
