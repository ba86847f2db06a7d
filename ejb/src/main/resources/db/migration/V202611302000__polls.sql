-- A status may ask something. The poll is known by its status and goes with it; what is asked never changes. counts: how many
-- chose each option, in their order; changed in the transaction of the vote, so that they always equal a recount (ADR 173).
create table poll (
    status_id   bigint      primary key references status on delete cascade,
    options     text[]      not null,
    multiple    boolean     not null,
    hide_totals boolean     not null,
    ends_at     timestamptz not null,
    counts      int[]       not null,
    voters      int         not null default 0,
    check (cardinality(options) between 2 and 4 and cardinality(counts) = cardinality(options))
) with (fillfactor = 70);

-- What one person chose, by place from 0. One row for one person, and nobody changes their mind.
create table poll_vote (
    status_id  bigint      not null references poll on delete cascade,
    profile_id bigint      not null references profile,
    choices    int[]       not null check (cardinality(choices) between 1 and 4),
    at         timestamptz not null,
    primary key (status_id, profile_id)
);
create index poll_vote_by_profile on poll_vote (profile_id, status_id);
revoke update, delete on poll_vote from gazouillis_app, gazouillis_worker;

-- The poll of a post that is planned for the built-in timeline, on its own row for the claim (ADR 070):
-- {"options", "multiple", "hideTotals", "seconds"}. It ends so many seconds after it went out.
alter table post add column poll jsonb check (jsonb_array_length(poll -> 'options') between 2 and 4);
alter table post_revision add column poll jsonb;
