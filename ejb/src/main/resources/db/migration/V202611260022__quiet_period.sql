-- When a brand (or, without one, the whole workspace) is silent: once from one local time to another, or every week on
-- some days between two times of day, which may lie on either side of midnight. Days are those of ISO 8601, Monday = 1.
create table quiet_period (
    workspace_id bigint not null references workspace,
    id           bigint not null unique,
    brand_id     bigint,
    name         text   not null check (name <> ''),
    zone         text   not null,
    starts_at    timestamp,
    ends_at      timestamp check (ends_at > starts_at),
    days         int[],
    from_time    time,
    to_time      time,
    rule         text   not null check (rule in ('REFUSE', 'SHIFT', 'HOLD')),
    created_by   bigint not null,
    created_at   timestamptz not null,
    primary key (workspace_id, id),
    foreign key (workspace_id, brand_id) references brand (workspace_id, id),
    check ((starts_at is null) = (ends_at is null)),
    check ((days is null) = (starts_at is not null)),
    check ((days is null) = (from_time is null) and (days is null) = (to_time is null))
);
call wall('quiet_period', 'both');

-- Whether the period lies over that instant; compose/QuietPeriod.java says the same in Java.
create function quiet_over(q quiet_period, instant timestamptz) returns boolean language sql stable parallel safe as
$$ select coalesce(q.starts_at <= l.at and l.at < q.ends_at, false)
       or coalesce(extract(isodow from l.at)::int = any (q.days) and l.at::time >= q.from_time
                   and (l.at::time < q.to_time or q.to_time <= q.from_time), false)
       or coalesce(q.to_time <= q.from_time and extract(isodow from l.at - interval '1 day')::int = any (q.days)
                   and l.at::time < q.to_time, false)
   from (select instant at time zone q.zone as at) l $$;
