-- What a brand says again and again: whole texts, pieces, and the values of its own variables.
create table snippet (
    workspace_id bigint not null,
    id           bigint not null unique,
    brand_id     bigint not null,
    kind         text   not null check (kind in ('TEMPLATE', 'SNIPPET', 'VARIABLE')),
    name         text   not null,
    text         text   not null,
    changed_at   timestamptz not null,
    primary key (workspace_id, id),
    unique (workspace_id, brand_id, kind, name),
    foreign key (workspace_id, brand_id) references brand (workspace_id, id)
);
call wall('snippet', 'brand');
