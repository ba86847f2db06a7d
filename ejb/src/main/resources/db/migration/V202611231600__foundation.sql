-- Tenancy, sign-in, audit and outbox. Every table of a tenant carries the workspace first in its key;
-- row-level security at the end of the last foundation script is the wall behind the application's own filters.

-- Ids: 48 bits of milliseconds since 1970, 6 bits node, 10 bits sequence (TimeOrderedIds.java makes the first of a block).
create function id_plus(first bigint, n bigint) returns bigint
    language sql immutable parallel safe as
$$ select (((first >> 16) + ((first & 1023) + n) / 1024) << 16) | (first & 64512) | (((first & 1023) + n) % 1024) $$;

create function app_workspace() returns bigint
    language sql stable parallel safe as
$$ select nullif(current_setting('app.workspace', true), '')::bigint $$;

create function app_brands() returns bigint[]
    language sql stable parallel safe as
$$ select coalesce(nullif(current_setting('app.brands', true), '')::bigint[], '{}') $$;

create table workspace (
    id         bigint primary key,
    name       text        not null,
    created_at timestamptz not null
);

create table brand (
    workspace_id bigint not null references workspace,
    id           bigint not null unique,
    handle       text   not null unique check (handle ~ '^[a-z0-9_]{1,30}$'),
    name         text   not null,
    zone         text   not null,
    colour       text   not null default '#0B6E75' check (colour ~ '^#[0-9A-F]{6}$'),
    locale       text   not null default 'en',
    created_at   timestamptz not null,
    version      int    not null default 0,
    primary key (workspace_id, id)
);

-- The micro-blog is public ground: no workspace here. A brand's own profile is found through social_account.
create table profile (
    id         bigint primary key,
    handle     text not null check (handle ~ '^[A-Za-z0-9_]{1,30}$'),
    name       text not null,
    bio        text not null default '',
    lang       text not null default 'en',
    person_no  int  generated always as identity unique,
    created_at timestamptz not null,
    active_at  timestamptz not null
);
create unique index profile_handle on profile (lower(handle));

create table member (
    workspace_id  bigint not null references workspace,
    id            bigint not null unique,
    email         text   not null,
    name          text   not null,
    password_hash text   not null,
    locale        text   not null default 'en' check (locale in ('en', 'fr')),
    theme         text   not null default 'auto' check (theme in ('auto', 'light', 'dark')),
    profile_id    bigint not null references profile,
    created_at    timestamptz not null,
    disabled_at   timestamptz,
    version       int    not null default 0,
    primary key (workspace_id, id)
);
create unique index member_email on member (lower(email));

-- brand_id null: the role holds for every brand of the workspace, also for those to come.
create table membership (
    workspace_id bigint not null,
    member_id    bigint not null,
    brand_id     bigint,
    role         text   not null check (role in ('OWNER', 'MANAGER', 'AUTHOR', 'APPROVER', 'ANALYST', 'CLIENT')),
    unique nulls not distinct (workspace_id, member_id, brand_id, role),
    foreign key (workspace_id, member_id) references member (workspace_id, id),
    foreign key (workspace_id, brand_id) references brand (workspace_id, id)
);

create table social_account (
    workspace_id bigint not null,
    id           bigint not null unique,
    brand_id     bigint not null,
    network      text   not null,
    handle       text   not null,
    profile_id   bigint unique references profile,
    created_at   timestamptz not null,
    primary key (workspace_id, id),
    foreign key (workspace_id, brand_id) references brand (workspace_id, id),
    check ((network = 'gazouillis') = (profile_id is not null))
);

create table api_token (
    workspace_id bigint not null,
    id           bigint not null unique,
    member_id    bigint not null,
    token_hash   bytea  not null unique,
    scopes       text[] not null,
    created_at   timestamptz not null,
    last_used_at timestamptz,
    revoked_at   timestamptz,
    primary key (workspace_id, id),
    foreign key (workspace_id, member_id) references member (workspace_id, id)
);

-- Failed sign-ins, counted per account and per address; kept a day.
create table sign_in_attempt (
    account text not null,
    address text not null,
    at      timestamptz not null
);
create index sign_in_attempt_account on sign_in_attempt (account, at);
create index sign_in_attempt_address on sign_in_attempt (address, at);

create table audit_entry (
    workspace_id bigint not null,
    id           bigint not null,
    at           timestamptz not null,
    member_id    bigint,
    brand_id     bigint,
    action       text   not null,
    subject      bigint,
    detail       jsonb  not null default '{}',
    xid          xid8   not null default pg_current_xact_id(),
    primary key (workspace_id, id)
);
create index audit_entry_order on audit_entry (workspace_id, xid, id);

-- A seal chains everything written since the one before it: hash = sha256(previous hash, entries in (xid, id) order).
create table audit_seal (
    workspace_id bigint not null,
    no           int    not null,
    last_xid     xid8   not null,
    last_id      bigint not null,
    entries      int    not null,
    hash         bytea  not null,
    sealed_at    timestamptz not null,
    primary key (workspace_id, no)
);

create function refuse_change() returns trigger language plpgsql as
$$ begin raise exception 'table % is append-only', tg_table_name; end $$;
create trigger audit_entry_append_only before update or delete or truncate on audit_entry
    for each statement execute function refuse_change();
create trigger audit_seal_append_only before update or delete or truncate on audit_seal
    for each statement execute function refuse_change();

-- The outbox. (xid, id) is the order in which readers may trust the rows: see OutboxTail.
create table outbox (
    id           bigint generated always as identity primary key,
    xid          xid8   not null default pg_current_xact_id(),
    kind         text   not null,
    workspace_id bigint,
    subject      bigint not null,
    payload      jsonb  not null default '{}',
    at           timestamptz not null
);
create index outbox_order on outbox (xid, id);

create table outbox_subscription (
    handler text not null,
    kind    text not null,
    primary key (kind, handler)
);

create table outbox_delivery (
    handler         text   not null,
    outbox_id       bigint not null references outbox on delete cascade,
    attempts        int    not null default 0,
    next_attempt_at timestamptz not null default now(),
    last_error      text,
    dead_at         timestamptz,
    primary key (handler, outbox_id)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.01);
create index outbox_delivery_due on outbox_delivery (handler, next_attempt_at, outbox_id) where dead_at is null;

create function outbox_fan() returns trigger language plpgsql security definer set search_path = public, pg_temp as
$$ begin
    insert into outbox_delivery (handler, outbox_id, next_attempt_at)
    select s.handler, n.id, now() from fresh n join outbox_subscription s on s.kind = n.kind;
    return null;
end $$;
create trigger outbox_fan after insert on outbox
    referencing new table as fresh for each statement execute function outbox_fan();
