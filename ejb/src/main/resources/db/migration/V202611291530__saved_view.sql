-- A view of Explore that a member keeps for a brand: what stands behind the page's address. shared: the brand's other
-- members see it, too. A removed one can be brought back for a day.
create table saved_view (
    workspace_id bigint  not null,
    id           bigint  not null unique,
    brand_id     bigint  not null,
    member_id    bigint  not null,
    name         text    not null check (length(name) between 1 and 80),
    state        text    not null check (length(state) <= 4000),
    shared       boolean not null,
    changed_at   timestamptz not null,
    removed_at   timestamptz,
    primary key (workspace_id, id),
    foreign key (workspace_id, member_id) references member (workspace_id, id),
    foreign key (workspace_id, brand_id) references brand (workspace_id, id)
);
create index saved_view_of_brand on saved_view (workspace_id, brand_id, member_id);
call wall('saved_view', 'brand');
