create table campaign (
    workspace_id bigint not null,
    id           bigint not null unique,
    brand_id     bigint not null,
    name         text   not null,
    slug         text   not null,
    starts_on    date   not null,
    ends_on      date   not null check (ends_on >= starts_on),
    hashtags     text[] not null default '{}',
    colour       text   not null default '#0B6E75',
    created_at   timestamptz not null,
    version      int    not null default 0,
    primary key (workspace_id, id),
    unique (workspace_id, brand_id, slug),
    foreign key (workspace_id, brand_id) references brand (workspace_id, id)
);

-- The post row is the schedule: due_at is the resolved instant; local_at, zone and gap_rule are what the author meant.
-- Everything the claim needs stands on this one row, account_ids too, so that it publishes what it has locked.
create table post (
    workspace_id bigint not null,
    id           bigint not null unique,
    brand_id     bigint not null,
    campaign_id  bigint,
    author_id    bigint not null,
    account_ids  bigint[] not null default '{}' check (cardinality(account_ids) <= 10),
    text         text   not null,
    lang         text   not null,
    hashtags     text[] not null default '{}',
    mentions     text[] not null default '{}',
    urls         text[] not null default '{}',
    state        text   not null check (state in ('DRAFT', 'IN_REVIEW', 'APPROVED', 'SCHEDULED', 'CLAIMED',
                                                  'PUBLISHED', 'FAILED', 'MISSED', 'HELD', 'CANCELLED')),
    due_at       timestamptz,
    local_at     timestamp,
    zone         text,
    gap_rule     text   not null default 'EARLIER_OFFSET' check (gap_rule in ('EARLIER_OFFSET', 'LATER_OFFSET')),
    late_policy  text   not null default 'HOLD' check (late_policy in ('SEND_LATE', 'HOLD', 'DROP')),
    max_lateness interval not null default interval '1 hour',
    revision     int    not null default 1,
    content_hash bytea  not null,
    failure      text,
    published_at timestamptz,
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    version      int    not null default 0,
    primary key (workspace_id, id),
    foreign key (workspace_id, brand_id) references brand (workspace_id, id),
    foreign key (workspace_id, campaign_id) references campaign (workspace_id, id),
    foreign key (workspace_id, author_id) references member (workspace_id, id),
    check ((state in ('SCHEDULED', 'CLAIMED', 'HELD', 'MISSED')) <= (due_at is not null))
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.01);
create index post_due on post (due_at, id) where state = 'SCHEDULED';
create index post_queue on post (workspace_id, brand_id, due_at, id);
create index post_newest on post (workspace_id, brand_id, id);

create table publication (
    workspace_id bigint not null,
    id           bigint not null unique,
    post_id      bigint not null,
    brand_id     bigint not null,
    account_id   bigint not null,
    network      text   not null,
    profile_id   bigint,
    state        text   not null default 'DUE' check (state in ('DUE', 'SENDING', 'CONFIRMED', 'REJECTED', 'UNKNOWN', 'CANCELLED')),
    status_id    bigint,
    content_hash bytea,
    published_at timestamptz,
    primary key (workspace_id, id),
    unique (post_id, account_id),
    foreign key (workspace_id, post_id) references post (workspace_id, id),
    foreign key (workspace_id, account_id) references social_account (workspace_id, id)
) with (fillfactor = 70);
create index publication_by_status on publication (status_id) where status_id is not null;

-- A fence holds back everything it covers from its commit until its release; the claim checks it.
create table fence (
    workspace_id bigint not null references workspace,
    id           bigint not null unique,
    brand_id     bigint,
    campaign_id  bigint,
    reason       text   not null,
    raised_by    bigint not null,
    raised_at    timestamptz not null,
    released_at  timestamptz,
    primary key (workspace_id, id)
);
create index fence_standing on fence (workspace_id, brand_id, campaign_id) where released_at is null;

-- What a client's Idempotency-Key made: the same key with the same body answers with the same post.
create table idempotency_key (
    workspace_id bigint not null,
    member_id    bigint not null,
    key          text   not null,
    request_hash bytea  not null,
    subject      bigint not null,
    created_at   timestamptz not null,
    primary key (workspace_id, member_id, key)
);
