-- Lists of profiles whose statuses their owner reads together: a person's, or a brand's. Nobody else is shown them.
create table profile_list (
    id         bigint      not null primary key,
    owner_id   bigint      not null references profile on delete cascade,
    title      text        not null check (length(title) between 1 and 100),
    created_at timestamptz not null,
    removed_at timestamptz
);
create unique index profile_list_title on profile_list (owner_id, lower(title)) where removed_at is null;

create table list_member (
    list_id    bigint      not null references profile_list on delete cascade,
    profile_id bigint      not null references profile on delete cascade,
    at         timestamptz not null,
    primary key (list_id, profile_id)
);
create index list_member_by_profile on list_member (profile_id, list_id);
