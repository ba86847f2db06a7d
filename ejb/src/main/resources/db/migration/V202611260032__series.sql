-- A recurring series: one text, a rule after RFC 5545 in local time, and how far ahead it has been made into posts.
create table series (
    workspace_id    bigint not null,
    id              bigint not null unique,
    brand_id        bigint not null,
    campaign_id     bigint,
    author_id       bigint not null,
    name            text   not null check (length(name) between 1 and 120),
    text            text   not null,
    lang            text   not null,
    hashtags        text[] not null default '{}',
    mentions        text[] not null default '{}',
    urls            text[] not null default '{}',
    content_hash    bytea  not null,
    account_ids     bigint[] not null check (cardinality(account_ids) between 1 and 10),
    rule            text   not null,
    starts_at       timestamp not null,
    zone            text   not null,
    gap_rule        text   not null default 'EARLIER_OFFSET' check (gap_rule in ('EARLIER_OFFSET', 'LATER_OFFSET')),
    spares_days_off boolean not null default true,
    state           text   not null default 'ACTIVE' check (state in ('ACTIVE', 'PAUSED', 'ENDED')),
    planned_through timestamp not null,
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    version         int    not null default 0,
    primary key (workspace_id, id),
    foreign key (workspace_id, brand_id) references brand (workspace_id, id),
    foreign key (workspace_id, campaign_id) references campaign (workspace_id, id),
    foreign key (workspace_id, author_id) references member (workspace_id, id)
);
create index series_brand on series (workspace_id, brand_id, id);
create index series_to_plan on series (planned_through) where state = 'ACTIVE';

-- One row per occurrence by the wall clock: whatever happens twice (a second node, a crash, clocks that go back), the key
-- lets one through. A skipped occurrence says why; a planned one has its post.
create table series_occurrence (
    workspace_id bigint not null,
    series_id    bigint not null,
    local_date   date   not null,
    slot         time   not null,
    brand_id     bigint not null,
    state        text   not null check (state in ('PLANNED', 'SKIPPED')),
    reason       text   check (reason in ('past', 'day off', 'by hand', 'no such day')),
    post_id      bigint,
    primary key (workspace_id, series_id, local_date, slot),
    foreign key (workspace_id, series_id) references series (workspace_id, id),
    foreign key (workspace_id, post_id) references post (workspace_id, id),
    check ((state = 'SKIPPED') = (reason is not null)),
    check ((state = 'PLANNED') <= (post_id is not null))
);
create index series_occurrence_post on series_occurrence (post_id) where post_id is not null;

-- Days on which a brand's series keep silent.
create table day_off (
    workspace_id bigint not null,
    brand_id     bigint not null,
    day          date   not null,
    name         text   not null check (length(name) between 1 and 120),
    primary key (workspace_id, brand_id, day),
    foreign key (workspace_id, brand_id) references brand (workspace_id, id)
);

call wall('series', 'brand');
call wall('series_occurrence', 'brand');
call wall('day_off', 'brand');
