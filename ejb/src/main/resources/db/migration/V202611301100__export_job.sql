-- An export that is prepared in the background. question: period, columns, format and zone, fixed when it was asked for. One node at
-- a time works on it, under a lease and a fence number; files in exports/ bear the number of whoever made them, so that a node that
-- lost its lease writes into nobody's file. frozen_by: who wrote the rows of one snapshot down (names: what goes with them).
-- written_by: whose part holds the first bytes_written bytes, which are rows_written rows; the next one stands at byte read_to of the
-- frozen rows. digest: SHA-256 of those bytes, of the whole file once it is DONE. tries: claims since something was last written. was: the state before it was CANCELLED, to which it
-- can go back until undo_until.
create table export_job (
    workspace_id       bigint not null,
    id                 bigint not null unique,
    brand_id           bigint not null,
    member_id          bigint not null,
    question           jsonb  not null,
    file_name          text   not null,
    request_key        text,
    request            text,
    state              text   not null check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED', 'EXPIRED')),
    fence              int    not null default 0,
    tries              int    not null default 0,
    lease_until        timestamptz not null,
    frozen_by          int,
    names              jsonb,
    data_as_of         timestamptz,
    definition_version text,
    row_count          bigint,
    written_by         int,
    rows_written       bigint not null default 0,
    bytes_written      bigint not null default 0,
    read_to            bigint not null default 0,
    digest             text,
    failure            text check (failure in ('MAKER', 'DISK_FULL', 'DISK', 'BROKEN')),
    asked_at           timestamptz not null,
    finished_at        timestamptz,
    expires_at         timestamptz,
    was                text,
    undo_until         timestamptz,
    primary key (workspace_id, id),
    foreign key (workspace_id, brand_id) references brand (workspace_id, id),
    foreign key (workspace_id, member_id) references member (workspace_id, id)
);
create unique index export_job_request on export_job (workspace_id, member_id, request_key) where request_key is not null;
create index export_job_of_member on export_job (workspace_id, member_id, id desc);
create index export_job_open on export_job (lease_until) where state in ('QUEUED', 'RUNNING');
create index export_job_kept on export_job (expires_at) where state = 'DONE';
call wall('export_job', 'brand');
revoke delete on export_job from gazouillis_app;

alter table notice drop constraint notice_kind_check;
alter table notice add constraint notice_kind_check
    check (kind in ('FAILED', 'MISSED', 'HELD', 'EXPIRED', 'WAITS', 'STOPPED', 'RELEASED', 'MOVED', 'DEAD_LINK', 'MATCHED',
        'SPIKED', 'UNMAILED', 'EXPORTED', 'UNEXPORTED'));
