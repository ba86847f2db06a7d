-- A secret link that shows one run of a report without signing in, until it expires or is revoked. Only its hash is kept.
create table report_share (
    workspace_id bigint not null,
    id           bigint not null unique,
    brand_id     bigint not null,
    run_id       bigint not null,
    member_id    bigint not null,
    secret_hash  bytea  not null unique,
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    revoked_at   timestamptz,
    last_read_at timestamptz,
    primary key (workspace_id, id),
    foreign key (workspace_id, run_id) references report_run (workspace_id, id),
    foreign key (workspace_id, member_id) references member (workspace_id, id),
    check (expires_at > created_at)
);
create index report_share_of_run on report_share (workspace_id, run_id) where revoked_at is null;
call wall('report_share', 'brand');
