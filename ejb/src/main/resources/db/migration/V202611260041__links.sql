-- Short links: `/l/<code>` leads to `target`, which is `typed` with the campaign's UTM parameters. A code is never given
-- twice, whatever its case, and a deleted link keeps its row, so that nobody inherits its readers.
create table short_link (
    workspace_id bigint not null,
    id           bigint not null unique,
    brand_id     bigint not null,
    campaign_id  bigint,
    post_id      bigint,
    code         text   not null check (code ~ '^[A-Za-z0-9_-]{3,64}$'),
    typed        text   not null check (length(typed) <= 2000),
    target       text   not null check (length(target) <= 4000 and target ~ '^https?://'),
    created_by   bigint not null,
    created_at   timestamptz not null,
    expires_at   timestamptz,
    disabled_at  timestamptz,
    deleted_at   timestamptz,
    version      int    not null default 0,
    primary key (workspace_id, id),
    foreign key (workspace_id, brand_id) references brand (workspace_id, id),
    foreign key (workspace_id, campaign_id) references campaign (workspace_id, id),
    foreign key (workspace_id, post_id) references post (workspace_id, id),
    foreign key (workspace_id, created_by) references member (workspace_id, id)
);
create unique index short_link_code on short_link (lower(code));
create index short_link_of_brand on short_link (workspace_id, brand_id, id);
create index short_link_of_campaign on short_link (workspace_id, campaign_id) where campaign_id is not null;
create index short_link_of_post on short_link (workspace_id, post_id) where post_id is not null;
call wall('short_link', 'brand');

-- Every click that was answered, brought here from the journals on disk. `visitor` is a digest that means nothing from
-- the next day on; programs and prefetching are kept and marked, and counted apart.
create table link_click (
    workspace_id bigint      not null,
    brand_id     bigint      not null,
    link_id      bigint      not null,
    batch        bigint      not null,
    at           timestamptz not null,
    robot        boolean     not null,
    visitor      bytea       not null,
    device       text        not null check (device in ('DESKTOP', 'PHONE', 'TABLET', 'OTHER')),
    referrer     text        not null
);
create index link_click_batch on link_click (batch);
create index link_click_at on link_click using brin (at);
call wall('link_click', 'brand');

-- What the pages read: clicks by day of the brand's clock and by where they came from.
create table link_day (
    workspace_id bigint not null,
    brand_id     bigint not null,
    link_id      bigint not null,
    day          date   not null,
    clicks       int    not null default 0,
    robots       int    not null default 0,
    primary key (workspace_id, brand_id, link_id, day)
) with (fillfactor = 80);
call wall('link_day', 'brand');

create table link_source (
    workspace_id bigint not null,
    brand_id     bigint not null,
    link_id      bigint not null,
    kind         text   not null check (kind in ('REFERRER', 'DEVICE')),
    name         text   not null,
    clicks       int    not null default 0,
    primary key (workspace_id, brand_id, link_id, kind, name)
) with (fillfactor = 80);
call wall('link_source', 'brand');
revoke insert, update, delete on link_click, link_day, link_source from gazouillis_app;

-- How far each journal was brought in, moved in the transaction that stores its clicks: each click comes exactly once.
create table click_journal (
    journal  bigint not null,
    segment  bigint not null,
    position bigint not null,
    primary key (journal, segment)
);
revoke all on click_journal from gazouillis_app;
