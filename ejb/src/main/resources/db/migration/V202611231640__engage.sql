-- Engagements: one dated fact each, about a status or an account of a brand. Append-only, written in bulk by the
-- worker; there is no key of its own (nothing refers to a fact), and (xid) is the order in which the roll-up reads.
create table engagement (
    workspace_id bigint      not null,
    brand_id     bigint      not null,
    profile_id   bigint      not null,
    status_id    bigint,
    post_id      bigint,
    campaign_id  bigint,
    kind         text        not null check (kind in ('VIEW', 'LIKE', 'UNLIKE', 'REPOST', 'UNREPOST', 'REPLY', 'UNREPLY',
                                                      'FOLLOW', 'UNFOLLOW')),
    person_no    int         not null,
    anonymous    boolean     not null default false,
    at           timestamptz not null,
    xid          xid8        not null default pg_current_xact_id(),
    check ((kind in ('FOLLOW', 'UNFOLLOW')) = (status_id is null))
) partition by range (at);
create index engagement_sealed on engagement (xid);
create index engagement_at on engagement using brin (at);
create table engagement_default partition of engagement default;
call wall('engagement', 'brand');
revoke insert, update, delete on engagement from gazouillis_app;
revoke all on engagement_default from gazouillis_app;

-- Makes the partition of one month (UTC) unless it stands. Rows that the default partition caught meanwhile move over.
-- The application's role may not touch a partition directly: only the parent has the wall.
create function engagement_month(month date) returns boolean
    language plpgsql security definer set search_path = public, pg_temp as
$$
declare
    part text := 'engagement_' || to_char(month, 'YYYY_MM');
    low timestamptz := date_trunc('month', month::timestamp) at time zone 'UTC';
    high timestamptz := (date_trunc('month', month::timestamp) + interval '1 month') at time zone 'UTC';
begin
    perform pg_advisory_xact_lock(hashtext('engagement_month'));
    if to_regclass(part) is not null then
        return false;
    end if;
    execute format('create table %I (like engagement including all)', part);
    execute format('with late as (delete from engagement_default where at >= %L and at < %L returning *) '
                   'insert into %I select * from late', low, high, part);
    execute format('alter table engagement attach partition %I for values from (%L) to (%L)', part, low, high);
    execute format('revoke all on %I from gazouillis_app', part);
    return true;
end $$;
revoke execute on function engagement_month(date) from public;
grant execute on function engagement_month(date) to gazouillis_worker;
do $$ begin
    for i in -6..2 loop
        perform engagement_month((date_trunc('month', now() at time zone 'UTC') + make_interval(months => i))::date);
    end loop;
end $$;

-- The last counted view of each viewer and status; rows older than the widest window are swept.
create table view_latest (
    status_id bigint      not null,
    person_no int         not null,
    anonymous boolean     not null,
    at        timestamptz not null,
    primary key (status_id, person_no, anonymous)
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02);
create index view_latest_sweep on view_latest using brin (at);

-- Anonymous viewers get a number per day: key = first 16 bytes of HMAC(salt of the day, cookie). Salts and keys are
-- deleted after two days, so nobody can be followed from one day into the next.
create table viewer_salt (
    day  date  primary key,
    salt bytea not null
);
create table anonymous_viewer (
    day       date  not null,
    key       bytea not null,
    person_no int   generated always as identity,
    primary key (day, key)
);
revoke all on view_latest, viewer_salt, anonymous_viewer from gazouillis_app;
