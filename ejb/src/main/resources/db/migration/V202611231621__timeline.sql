-- Figures beside a profile, recounted by microblog.Bookkeeper after each batch of facts. `large` is set once and stays:
-- statuses of a large author have no rows in `home`, readers merge them.
create table profile_count (
    profile_id bigint primary key references profile on delete cascade,
    followers  int     not null default 0,
    following  int     not null default 0,
    statuses   int     not null default 0,
    large      boolean not null default false
) with (fillfactor = 70);
create index profile_count_large on profile_count (profile_id) where large;
