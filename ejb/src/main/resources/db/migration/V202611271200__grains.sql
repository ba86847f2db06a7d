-- Figures of everything that a page asks about: beside brands and campaigns their accounts (subject_id: the profile),
-- single statuses, hashtags and short links. Beside those who saw stand those who did something.
alter table engagement add link_id bigint;

-- Public ground: dense numbers of hashtags, given when one is first counted.
create table hashtag (
    id  bigint generated always as identity primary key,
    tag text not null unique
);
revoke insert, update, delete on hashtag from gazouillis_app;

alter table quarter_bucket drop constraint quarter_bucket_dimension_check;
alter table day_bucket drop constraint day_bucket_dimension_check;
alter table quarter_bucket add constraint quarter_bucket_dimension_check
    check (dimension in ('BRAND', 'CAMPAIGN', 'ACCOUNT', 'STATUS', 'HASHTAG', 'LINK'));
alter table day_bucket add constraint day_bucket_dimension_check
    check (dimension in ('BRAND', 'CAMPAIGN', 'ACCOUNT', 'STATUS', 'HASHTAG', 'LINK'));

-- `…_error`: standard error of the count as a share of it, 0 while the set is exact.
alter table quarter_bucket add reach_error real not null default 0,
    add engaged_people int not null default 0, add engaged bytea;
alter table day_bucket add reach_error real not null default 0,
    add engaged_people int not null default 0, add engaged bytea;
alter table status_total add reach_error real not null default 0,
    add engaged_people int not null default 0, add engaged bytea;

-- Clicks of the past find their link by its post, where that has only one.
update engagement e set link_id = l.id
from (select workspace_id, post_id, min(id) as id from short_link where post_id is not null
      group by 1, 2 having count(*) = 1) l
where e.kind = 'CLICK' and l.workspace_id = e.workspace_id and l.post_id = e.post_id;

-- Every fact is still there: all is counted anew, with the new grains. Until that is done nothing is said to be known.
truncate quarter_bucket, day_bucket, status_total;
update rollup_mark set sealed = '0', as_of = case when exists (select from engagement) then timestamptz 'epoch' else as_of end;

-- All subjects of a dimension in a period: the key has the subject before the time.
create index quarter_bucket_of_subjects on quarter_bucket (workspace_id, brand_id, dimension, quarter);
create index day_bucket_of_subjects on day_bucket (workspace_id, brand_id, dimension, day);
