-- A secret link under which a member's calendar program reads a brand's plan. Only the link's hash is kept; one link
-- per member and brand stands at a time.
create table calendar_feed (
    workspace_id bigint not null,
    id           bigint not null unique,
    brand_id     bigint not null,
    member_id    bigint not null,
    secret_hash  bytea  not null unique,
    created_at   timestamptz not null,
    last_read_at timestamptz,
    revoked_at   timestamptz,
    primary key (workspace_id, id),
    foreign key (workspace_id, brand_id) references brand (workspace_id, id),
    foreign key (workspace_id, member_id) references member (workspace_id, id)
);
create unique index calendar_feed_standing on calendar_feed (workspace_id, member_id, brand_id) where revoked_at is null;

call wall('calendar_feed', 'brand');
