-- What a campaign is for (goal), what it may cost, what its links carry, which accounts it speaks on. A campaign is
-- archived and never deleted: its posts and figures stay.
alter table campaign
    add goal_measure    text,
    add goal_target     bigint check (goal_target > 0),
    add goal_on         date,
    add budget_amount   numeric(15, 3) check (budget_amount > 0),
    add budget_currency text check (budget_currency ~ '^[A-Z]{3}$'),
    add utm             text     not null
        default 'utm_source={network}&utm_medium=social&utm_campaign={campaign}&utm_content={post}',
    add account_ids     bigint[] not null default '{}',
    add archived_at     timestamptz,
    add check ((goal_measure is null) = (goal_target is null) and (goal_measure is null) = (goal_on is null)),
    add check ((budget_amount is null) = (budget_currency is null));
create index campaign_by_start on campaign (workspace_id, starts_on desc, id desc);

-- Many posts moved or cancelled as one statement. What each post was before stands on its own row, written by the very
-- same UPDATE: a second table with a row per post would cost as much again. `batch_version` is the version that the
-- statement left; a post that anybody or anything changed later has another one, and undoing leaves it alone.
create table post_batch (
    workspace_id bigint not null,
    id           bigint not null unique,
    brand_id     bigint not null,
    campaign_id  bigint not null,
    kind         text   not null check (kind in ('MOVE', 'CANCEL')),
    days         int    not null default 0,
    minutes      int    not null default 0,
    posts        int    not null,
    member_id    bigint not null,
    at           timestamptz not null,
    undone_at    timestamptz,
    undone_posts int,
    primary key (workspace_id, id),
    foreign key (workspace_id, campaign_id) references campaign (workspace_id, id),
    foreign key (workspace_id, member_id) references member (workspace_id, id)
);
create index post_batch_of_campaign on post_batch (workspace_id, campaign_id, id);
call wall('post_batch', 'brand');

alter table post
    add batch_id        bigint,
    add batch_version   int,
    add before_due_at   timestamptz,
    add before_local_at timestamp,
    add before_gap_rule text,
    add before_state    text;
create index post_campaign on post (workspace_id, campaign_id, id) where campaign_id is not null;
