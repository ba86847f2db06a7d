-- What a member is writing and has not sent: the composer's fields as they stand, saved while they type. `edition`
-- counts the savings, so that two windows on one draft cannot overwrite each other unseen.
create table draft (
    workspace_id bigint not null,
    id           bigint not null unique,
    brand_id     bigint not null,
    member_id    bigint not null,
    post_id      bigint,
    text         text   not null,
    fields       jsonb  not null,
    edition      int    not null default 1,
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    primary key (workspace_id, id),
    foreign key (workspace_id, brand_id) references brand (workspace_id, id),
    foreign key (workspace_id, member_id) references member (workspace_id, id)
);
create index draft_of_member on draft (workspace_id, brand_id, member_id, updated_at desc);
call wall('draft', 'brand');

-- What a post said before. The present wording stands in the post itself; a row is written when a wording gives way.
create table post_revision (
    workspace_id bigint not null,
    post_id      bigint not null,
    revision     int    not null,
    brand_id     bigint not null,
    member_id    bigint not null,
    at           timestamptz not null,
    text         text   not null,
    lang         text   not null,
    account_ids  bigint[] not null,
    primary key (workspace_id, post_id, revision),
    foreign key (workspace_id, post_id) references post (workspace_id, id),
    foreign key (workspace_id, brand_id) references brand (workspace_id, id),
    foreign key (workspace_id, member_id) references member (workspace_id, id)
);
call wall('post_revision', 'brand');
