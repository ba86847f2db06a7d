-- The links of planned posts are followed in the last hour before they go out; each wording is told of once.
create table link_check (
    workspace_id bigint not null,
    post_id      bigint not null,
    brand_id     bigint not null,
    revision     int    not null,
    dead         text[] not null,
    checked_at   timestamptz not null,
    primary key (workspace_id, post_id),
    foreign key (workspace_id, post_id) references post (workspace_id, id) on delete cascade,
    foreign key (workspace_id, brand_id) references brand (workspace_id, id)
);
call wall('link_check', 'brand');
revoke insert, update, delete on link_check from gazouillis_app;

alter table notice drop constraint notice_kind_check;
alter table notice add constraint notice_kind_check
    check (kind in ('FAILED', 'MISSED', 'HELD', 'EXPIRED', 'WAITS', 'STOPPED', 'RELEASED', 'MOVED', 'DEAD_LINK'));
