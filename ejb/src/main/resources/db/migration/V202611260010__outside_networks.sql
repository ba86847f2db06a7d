-- Publishing to networks outside: publications with a lease and a fence, every attempt, locked accesses.

alter table social_account
    add column state         text not null default 'ACTIVE' check (state in ('ACTIVE', 'PAUSED', 'DISABLED', 'DISCONNECTED')),
    -- Why it is paused: ACCESS (the token was refused), FAILING (a day without a success).
    add column trouble       text,
    -- The network asked to be left alone until then.
    add column paused_until  timestamptz,
    add column failing_since timestamptz;
create index social_account_outside on social_account (network, id) where profile_id is null;

-- How to act for an account outside. `sealed` can be opened with a key that is not in the database only.
create table account_access (
    workspace_id bigint not null,
    account_id   bigint not null,
    brand_id     bigint not null,
    endpoint     text   not null,
    remote_id    text   not null,
    profile_url  text,
    sealed       bytea  not null,
    key_id       text   not null,
    expires_at   timestamptz,
    verified_at  timestamptz,
    changed_at   timestamptz not null,
    primary key (workspace_id, account_id),
    foreign key (workspace_id, account_id) references social_account (workspace_id, id)
);
call wall('account_access', 'brand');

-- DUE also means: known not to be there, to be sent again from next_at on. `fence` counts the holders: who does not hold
-- the newest number writes nothing. `unknowns` counts sendings without an answer, `absences` look-ups that found nothing.
alter table publication
    drop constraint publication_state_check,
    add constraint publication_state_check check (state in ('DUE', 'SENDING', 'CONFIRMED', 'REJECTED', 'UNKNOWN',
                                                            'NEEDS_PERSON', 'HELD', 'MISSED', 'CANCELLED')),
    add column text        text,
    add column lang        text,
    add column revision    int,
    add column due_at      timestamptz,
    add column next_at     timestamptz,
    add column fence       bigint not null default 0,
    add column lease_until timestamptz,
    add column sent_at     timestamptz,
    add column attempts    int not null default 0,
    add column unknowns    int not null default 0,
    add column absences    int not null default 0,
    add column looks       int not null default 0,
    add column remote_id   text,
    add column remote_url  text,
    add column failure     text,
    add constraint publication_of_text check (network = 'gazouillis' or text is not null);
create index publication_open on publication (account_id, due_at, id) where state in ('DUE', 'SENDING', 'UNKNOWN');
create index publication_leased on publication (lease_until) where lease_until is not null;
create index publication_there on publication (account_id, published_at desc) where remote_id is not null;

-- Every try: SEND and LOOK by the house, PERSON when somebody decided. An open one has no end yet.
create table attempt (
    workspace_id   bigint not null,
    id             bigint not null unique,
    brand_id       bigint not null,
    publication_id bigint not null,
    kind           text   not null check (kind in ('SEND', 'LOOK', 'PERSON')),
    started_at     timestamptz not null,
    ended_at       timestamptz,
    outcome        text,
    detail         text,
    content_hash   bytea,
    remote_id      text,
    next_at        timestamptz,
    member_id      bigint,
    primary key (workspace_id, id),
    foreign key (workspace_id, publication_id) references publication (workspace_id, id)
);
create index attempt_of_publication on attempt (publication_id, id);
call wall('attempt', 'brand');
