-- A brand's images. The file lies in the data folder, `media/`, named by its hash; the same picture is kept once.
create table media (
    workspace_id bigint not null,
    id           bigint not null unique,
    brand_id     bigint not null,
    hash         text   not null check (hash ~ '^[0-9a-f]{64}$'),
    type         text   not null check (type in ('image/jpeg', 'image/png')),
    width        int    not null,
    height       int    not null,
    bytes        bigint not null,
    name         text   not null,
    alt_en       text   not null default '',
    alt_fr       text   not null default '',
    member_id    bigint not null,
    created_at   timestamptz not null,
    primary key (workspace_id, id),
    unique (workspace_id, brand_id, hash),
    foreign key (workspace_id, brand_id) references brand (workspace_id, id),
    foreign key (workspace_id, member_id) references member (workspace_id, id)
);
create index media_newest on media (workspace_id, brand_id, id desc);
create index media_by_hash on media (hash);
call wall('media', 'brand');

-- What a post shows beside its text, complete on its own row, so that the claim publishes what it has locked: a list of
-- {"id", "hash", "type", "width", "height", "alt"}. A status keeps its own copy, as it keeps its text.
alter table post add column attachments jsonb check (jsonb_array_length(attachments) between 1 and 4);
alter table status add column attachments jsonb;
