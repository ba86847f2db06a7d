-- Saved searches side by side on a member's timeline page.
create table search_column (
    workspace_id bigint not null,
    member_id    bigint not null,
    search_id    bigint not null,
    place        int    not null,
    primary key (workspace_id, member_id, search_id),
    foreign key (workspace_id, member_id) references member (workspace_id, id),
    foreign key (workspace_id, search_id) references saved_search (workspace_id, id) on delete cascade
);
call wall('search_column', 'workspace');
