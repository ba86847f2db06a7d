-- A fence may also stand over a network or over a word in the text; `pattern` is that word as a regular expression for
-- the text in NFKD (publish/Keyword.java makes it). `pressed_at` is when somebody pressed, `raised_at` when the last
-- claim that was under way had ended: nothing it covers is published later.
alter table fence
    alter column reason set default '',
    add column network     text,
    add column keyword     text,
    add column pattern     text,
    add column pressed_at  timestamptz,
    add column released_by bigint,
    add check ((keyword is null) = (pattern is null));
create index fence_newest on fence (workspace_id, id);

-- What waits for a person's decision.
create index post_triage on post (workspace_id, due_at, id) where state in ('HELD', 'MISSED');

-- One deed of triage and what each post was before it, so that it can be undone as a whole.
create table triage (
    workspace_id bigint not null references workspace,
    id           bigint not null unique,
    member_id    bigint not null,
    deed         text   not null check (deed in ('SEND', 'REDATE', 'DROP')),
    at           timestamptz not null,
    undone_at    timestamptz,
    primary key (workspace_id, id)
);
call wall('triage', 'workspace');

create table triage_step (
    workspace_id bigint not null,
    triage_id    bigint not null,
    post_id      bigint not null,
    brand_id     bigint not null,
    state        text   not null,
    failure      text,
    due_at       timestamptz not null,
    local_at     timestamp,
    zone         text,
    version      int    not null,
    primary key (workspace_id, triage_id, post_id),
    foreign key (workspace_id, triage_id) references triage (workspace_id, id) on delete cascade
);
call wall('triage_step', 'brand');
