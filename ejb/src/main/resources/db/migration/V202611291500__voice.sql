-- Among whom a brand's share of voice is measured, in the order of `place`: a name and a search for each.
create table voice (
    workspace_id bigint not null,
    brand_id     bigint not null,
    place        int    not null check (place between 0 and 5),
    name         text   not null check (length(name) between 1 and 40),
    query        text   not null check (length(query) between 1 and 300),
    primary key (workspace_id, brand_id, place),
    foreign key (workspace_id, brand_id) references brand (workspace_id, id)
);
call wall('voice', 'brand');
