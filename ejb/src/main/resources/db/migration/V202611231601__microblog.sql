-- The built-in micro-blog: public ground, keyed by profile.
create table status (
    id              bigint primary key,
    profile_id      bigint not null references profile,
    text            text   not null,
    lang            text   not null,
    created_at      timestamptz not null,
    in_reply_to     bigint references status,
    conversation_id bigint not null,
    repost_of       bigint references status,
    publication_id  bigint unique,
    hashtags        text[] not null default '{}',
    mentions        text[] not null default '{}',
    urls            text[] not null default '{}',
    removed_at      timestamptz,
    unique (profile_id, repost_of)
);
create index status_by_profile on status (profile_id, id desc);
create index status_by_conversation on status (conversation_id, id);
create index status_replies on status (in_reply_to, id) where in_reply_to is not null;
create index status_reposts on status (repost_of, id) where repost_of is not null;

create table status_count (
    status_id bigint primary key references status on delete cascade,
    likes     int not null default 0,
    reposts   int not null default 0,
    replies   int not null default 0
) with (fillfactor = 70);

create table status_like (
    status_id  bigint not null references status on delete cascade,
    profile_id bigint not null references profile,
    at         timestamptz not null,
    primary key (status_id, profile_id)
);
create index status_like_by_profile on status_like (profile_id, status_id);

create table hashtag_status (
    tag       text   not null,
    status_id bigint not null references status on delete cascade,
    primary key (tag, status_id)
);

create table mention_status (
    profile_id bigint not null references profile,
    status_id  bigint not null references status on delete cascade,
    primary key (profile_id, status_id)
);

create table follow (
    author_id   bigint not null references profile,
    follower_id bigint not null references profile,
    at          timestamptz not null,
    primary key (author_id, follower_id),
    check (author_id <> follower_id)
);
create index follow_by_follower on follow (follower_id, author_id);

create table home (
    viewer_id bigint not null,
    status_id bigint not null,
    primary key (viewer_id, status_id)
) partition by hash (viewer_id);
do $$ begin
    for i in 0..15 loop
        execute format('create table home_%s partition of home for values with (modulus 16, remainder %s)', i, i);
    end loop;
end $$;
