-- A time given as an instant stays that instant, whatever a government does to its clocks.
alter table post drop constraint post_gap_rule_check;
alter table post add constraint post_gap_rule_check check (gap_rule in ('EARLIER_OFFSET', 'LATER_OFFSET', 'EXACT'));

-- By which rules the planned times of a zone were last resolved: the version of the IANA database and a hash of the
-- zone's rules in it. It belongs to the server, not to a tenant.
create table zone_rules (
    zone        text primary key,
    version     text  not null,
    fingerprint bytea not null,
    seen_at     timestamptz not null default now()
);
revoke all on zone_rules from gazouillis_app;

-- Posts whose instant changed because the clocks of their zone will: the local time is what the author meant.
create table time_move (
    workspace_id bigint not null,
    post_id      bigint not null,
    moved_at     timestamptz not null,
    brand_id     bigint not null,
    zone         text   not null,
    local_at     timestamp not null,
    old_at       timestamptz not null,
    new_at       timestamptz not null,
    version      text   not null,
    primary key (workspace_id, post_id, moved_at),
    foreign key (workspace_id, post_id) references post (workspace_id, id)
);
create index time_move_newest on time_move (workspace_id, brand_id, moved_at desc, post_id);
call wall('time_move', 'brand');
