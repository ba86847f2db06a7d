-- A brand's house rules for its posts. A brand without a row has those of BrandPolicy.OPEN.
create table brand_policy (
    workspace_id      bigint not null,
    brand_id          bigint not null unique,
    banned            text[] not null default '{}' check (cardinality(banned) <= 500),
    vocabulary        text[] not null default '{}' check (cardinality(vocabulary) <= 500),
    max_hashtags      int    not null default 5 check (max_hashtags between 0 and 30),
    alt_text_required boolean not null default false,
    revision          int    not null default 1,
    changed_at        timestamptz not null,
    primary key (workspace_id, brand_id),
    foreign key (workspace_id, brand_id) references brand (workspace_id, id)
);
call wall('brand_policy', 'brand');
