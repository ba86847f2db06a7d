-- A search that a member keeps. brand_id: shared with the members of this brand; null: the maker's own. only_brand_id: it
-- looks at this brand's statuses alone, and days are those of its zone. A removed one can be brought back for a day.
create table saved_search (
    workspace_id  bigint not null,
    id            bigint not null unique,
    member_id     bigint not null,
    brand_id      bigint,
    only_brand_id bigint,
    name          text   not null check (length(name) between 1 and 80),
    query         text   not null check (length(query) <= 2000),
    ranking       text   not null check (ranking in ('NEWEST', 'RELEVANCE', 'ENGAGED')),
    changed_at    timestamptz not null,
    removed_at    timestamptz,
    primary key (workspace_id, id),
    foreign key (workspace_id, member_id) references member (workspace_id, id),
    foreign key (workspace_id, brand_id) references brand (workspace_id, id),
    foreign key (workspace_id, only_brand_id) references brand (workspace_id, id),
    check (brand_id is null or only_brand_id is null or brand_id = only_brand_id)
);
create index saved_search_of_member on saved_search (workspace_id, member_id);
call wall('saved_search', 'both');
