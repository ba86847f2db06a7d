-- What shall stand in a report of a brand: name, language, blocks, columns of its data files, as JSON.
create table report (
    workspace_id bigint not null,
    id           bigint not null unique,
    brand_id     bigint not null,
    member_id    bigint not null,
    plan         jsonb  not null,
    changed_at   timestamptz not null,
    removed_at   timestamptz,
    primary key (workspace_id, id),
    foreign key (workspace_id, brand_id) references brand (workspace_id, id),
    foreign key (workspace_id, member_id) references member (workspace_id, id)
);
create index report_of_brand on report (workspace_id, brand_id, id) where removed_at is null;
call wall('report', 'brand');

-- One run, with all that its files are made of, so that they can be made again to the byte: the plan as it was, the
-- period in its zone, the rows as read (JSON Lines, gzip), up to when facts are counted. files: name -> SHA-256.
-- repeats: the run that this one made again, with the same period and the same `as_of`.
create table report_run (
    workspace_id       bigint not null,
    id                 bigint not null unique,
    report_id          bigint not null,
    brand_id           bigint not null,
    member_id          bigint not null,
    repeats            bigint,
    plan               jsonb  not null,
    brand_name         text   not null,
    colour             text   not null,
    first_day          date   not null,
    last_day           date   not null,
    zone               text   not null,
    as_of              timestamptz not null,
    definition_version text   not null,
    row_count          int    not null,
    data               bytea  not null,
    files              jsonb  not null,
    made_at            timestamptz not null,
    primary key (workspace_id, id),
    foreign key (workspace_id, report_id) references report (workspace_id, id),
    foreign key (workspace_id, repeats) references report_run (workspace_id, id)
);
alter table report_run alter column data set storage external;
create index report_run_of_report on report_run (workspace_id, report_id, id desc);
call wall('report_run', 'brand');
