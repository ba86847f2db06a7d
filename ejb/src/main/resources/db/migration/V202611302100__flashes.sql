-- Flashes: posts of a brand that are marked as urgent (ADR 174). The mark stands on the planned post, where the claim
-- finds it, and on the status that it becomes.
alter table post add flash boolean not null default false;
alter table status add flash boolean not null default false;
-- Flashes are rare: what is new of them is found by time.
create index status_flashes on status (created_at, profile_id) where flash;

-- Who says that they have read a flash.
create table flash_acknowledgement (
    status_id  bigint      not null references status on delete cascade,
    profile_id bigint      not null references profile,
    at         timestamptz not null,
    primary key (status_id, profile_id)
);
create index flash_acknowledgement_by_profile on flash_acknowledgement (profile_id, status_id);

-- Follows that have ended, so that it can be told who followed when a flash went out. Those during which no flash went
-- out are forgotten within a day.
create table past_follow (
    author_id   bigint      not null references profile,
    follower_id bigint      not null references profile,
    began_at    timestamptz not null,
    ended_at    timestamptz not null check (ended_at > began_at)
);
create index past_follow_by_author on past_follow (author_id, ended_at);
