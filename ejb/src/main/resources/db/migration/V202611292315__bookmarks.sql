-- What a member keeps for later: their own, whichever brand they speak for, and nobody else is shown it.
create table status_bookmark (
    profile_id bigint not null references profile,
    status_id  bigint not null references status on delete cascade,
    at         timestamptz not null,
    primary key (profile_id, status_id)
);
create index status_bookmark_by_status on status_bookmark (status_id);
