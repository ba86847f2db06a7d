-- A/B tests on our own timeline (ADR 165, 167). What is planned stands on the post's row, where the claim finds it.
alter table post add trial jsonb;

-- The second text of a status that is being tried. Public ground like the status itself; gone when the trial ends. key: by it chance
-- decides who sees which text.
create table status_variant (
    status_id bigint primary key references status on delete cascade,
    key       bytea            not null,
    share     double precision not null check (share > 0 and share < 1),
    text      text             not null,
    hashtags  text[]           not null default '{}',
    mentions  text[]           not null default '{}',
    urls      text[]           not null default '{}'
);
revoke insert, update on status_variant from gazouillis_app;

-- Whether the key shows the second text to somebody: 'm' and the profile of a member, 'v' and the cookie of a visitor. The same as
-- microblog.SecondText says in Java.
create function shows_second(key bytea, share double precision, who text) returns boolean
    language sql immutable strict parallel safe as $$
    select ((('x' || left(encode(sha256(key || convert_to(who, 'UTF8')), 'hex'), 14))::bit(56)::bigint >> 3)::double precision
            / 9007199254740992) < share
$$;

-- Which text a visitor of a day was shown, who is but a number in engagement. second null: they came without a cookie, so nobody
-- knows.
create table variant_visitor (
    status_id bigint not null,
    person_no int    not null,
    second    boolean,
    primary key (status_id, person_no)
);
revoke insert, update, delete on variant_visitor from gazouillis_app;

-- A trial that has begun. first_text, text: what the two said, whatever the status says later. kept, ground: which text stays and why.
create table trial (
    workspace_id bigint           not null,
    status_id    bigint           not null unique,
    brand_id     bigint           not null,
    post_id      bigint           not null unique,
    first_text   text             not null,
    text         text             not null,
    key          bytea            not null,
    share        double precision not null check (share > 0 and share < 1),
    measure      text             not null check (measure in ('ANY', 'INTERACTION', 'OPENING')),
    least        double precision not null check (least > 0 and least < 1),
    alpha        double precision not null default 0.05 check (alpha > 0 and alpha < 1),
    began_at     timestamptz      not null,
    ends_at      timestamptz      not null,
    ended_at     timestamptz,
    ended_by     bigint,
    kept         text check (kept in ('A', 'B')),
    ground       text check (ground in ('BETTER', 'WORSE', 'ALIKE', 'TIME', 'HAND', 'STOP', 'REMOVED')),
    primary key (workspace_id, status_id),
    foreign key (workspace_id, brand_id) references brand (workspace_id, id),
    check ((ended_at is null) = (kept is null) and (kept is null) = (ground is null))
);
create index trial_running on trial (began_at) where ended_at is null;
call wall('trial', 'brand');
revoke insert, delete on trial from gazouillis_app;

-- How a trial stood at a time: people of each text whose hour was over, and how many of them had acted in it.
create table trial_look (
    workspace_id bigint      not null,
    status_id    bigint      not null,
    brand_id     bigint      not null,
    at           timestamptz not null,
    people_a     bigint      not null,
    acted_a      bigint      not null,
    people_b     bigint      not null,
    acted_b      bigint      not null,
    primary key (workspace_id, status_id, at),
    foreign key (workspace_id, status_id) references trial (workspace_id, status_id)
);
call wall('trial_look', 'brand');
revoke update on trial_look from gazouillis_app;
