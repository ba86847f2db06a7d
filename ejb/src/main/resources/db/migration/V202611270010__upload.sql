-- Images that somebody brought for a status of their own, through Mastodon's API, until it is said: a status keeps a copy
-- of what it shows. The file lies where the library's lie.
create table upload (
    workspace_id bigint not null,
    id           bigint not null,
    member_id    bigint not null,
    hash         text   not null check (hash ~ '^[0-9a-f]{64}$'),
    type         text   not null check (type in ('image/jpeg', 'image/png')),
    width        int    not null,
    height       int    not null,
    bytes        bigint not null,
    alt          text   not null,
    created_at   timestamptz not null,
    primary key (workspace_id, id),
    foreign key (workspace_id, member_id) references member (workspace_id, id)
);
create index upload_by_age on upload (created_at);
call wall('upload', 'workspace');
