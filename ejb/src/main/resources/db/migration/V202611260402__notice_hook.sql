-- A member's own address to which notices are sent as signed JSON. The key to check signatures with is locked as accounts'
-- tokens are; a new address is a new row with a new key.
create table notice_hook (
    workspace_id    bigint not null,
    id              bigint not null unique,
    member_id       bigint not null,
    endpoint        text   not null check (length(endpoint) <= 2000),
    sealed          bytea  not null,
    key_id          text   not null,
    state           text   not null default 'ACTIVE' check (state in ('ACTIVE', 'PAUSED')),
    failing_since   timestamptz,
    last_success_at timestamptz,
    created_at      timestamptz not null,
    primary key (workspace_id, id),
    unique (workspace_id, member_id),
    foreign key (workspace_id, member_id) references member (workspace_id, id)
);
call wall('notice_hook', 'workspace');

-- One notice to be told to one such address, and the log of it.
create table notice_call (
    workspace_id    bigint not null,
    hook_id         bigint not null,
    notice_id       bigint not null,
    attempts        int    not null default 0,
    next_attempt_at timestamptz not null,
    sent_at         timestamptz,
    given_up_at     timestamptz,
    last_error      text,
    primary key (workspace_id, hook_id, notice_id),
    foreign key (workspace_id, hook_id) references notice_hook (workspace_id, id) on delete cascade,
    foreign key (workspace_id, notice_id) references notice (workspace_id, id) on delete cascade
);
create index notice_call_due on notice_call (next_attempt_at) where sent_at is null and given_up_at is null;
call wall('notice_call', 'workspace');

-- Whether the member hears of that kind there; all of them unless said otherwise.
alter table notice_preference add column hook boolean not null default true;
