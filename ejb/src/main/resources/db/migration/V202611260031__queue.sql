-- The times of an account's queue: a weekday and a time by the clock on the wall of a zone.
create table queue_slot (
    workspace_id bigint   not null,
    id           bigint   not null unique,
    brand_id     bigint   not null,
    account_id   bigint   not null,
    weekday      smallint not null check (weekday between 1 and 7),
    at           time     not null,
    zone         text     not null,
    created_at   timestamptz not null default now(),
    primary key (workspace_id, id),
    unique (workspace_id, account_id, weekday, at),
    foreign key (workspace_id, account_id) references social_account (workspace_id, id)
);
create index queue_slot_brand on queue_slot (workspace_id, brand_id);

-- Who has which occurrence of a slot. Both keys are locks on the door: nobody gets what another has, not even where two
-- slots fall on one instant because the clocks skip the time between. A row counts only while its post stands there.
create table slot_taken (
    workspace_id bigint not null,
    slot_id      bigint not null,
    local_date   date   not null,
    brand_id     bigint not null,
    account_id   bigint not null,
    post_id      bigint not null,
    due_at       timestamptz not null,
    primary key (workspace_id, slot_id, local_date),
    unique (workspace_id, account_id, due_at),
    foreign key (workspace_id, slot_id) references queue_slot (workspace_id, id) on delete cascade,
    foreign key (workspace_id, post_id) references post (workspace_id, id)
);
create index slot_taken_post on slot_taken (workspace_id, post_id);

-- While a row stands, nothing of the account goes out: the claim looks here.
create table queue_pause (
    workspace_id bigint not null,
    account_id   bigint not null,
    brand_id     bigint not null,
    paused_by    bigint not null,
    paused_at    timestamptz not null default now(),
    primary key (workspace_id, account_id),
    foreign key (workspace_id, account_id) references social_account (workspace_id, id)
);

call wall('queue_slot', 'brand');
call wall('slot_taken', 'brand');
call wall('queue_pause', 'brand');
