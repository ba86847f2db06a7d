-- How a brand publishes: how long "post now" waits for an undo, and what becomes of a post that is late. A campaign may
-- have its own rule for lateness; each new post takes its campaign's, else its brand's, whoever writes the row.
alter table brand
    add column undo_seconds int not null default 10 check (undo_seconds between 0 and 120),
    add column late_policy  text not null default 'HOLD' check (late_policy in ('SEND_LATE', 'HOLD', 'DROP')),
    add column max_lateness interval not null default interval '1 hour';
alter table campaign
    add column late_policy  text check (late_policy in ('SEND_LATE', 'HOLD', 'DROP')),
    add column max_lateness interval,
    add check ((late_policy is null) = (max_lateness is null));
alter table post
    alter column late_policy drop default,
    alter column max_lateness drop default;

create function post_takes_lateness() returns trigger language plpgsql as
$$ begin
    select case when tg_op = 'INSERT' then coalesce(new.late_policy, c.late_policy, b.late_policy)
                else coalesce(c.late_policy, b.late_policy) end,
           case when tg_op = 'INSERT' then coalesce(new.max_lateness, c.max_lateness, b.max_lateness)
                else coalesce(c.max_lateness, b.max_lateness) end
    into strict new.late_policy, new.max_lateness
    from brand b left join campaign c on c.workspace_id = b.workspace_id and c.id = new.campaign_id
    where b.workspace_id = new.workspace_id and b.id = new.brand_id;
    return new;
end $$;
create trigger post_takes_lateness before insert on post for each row
    when (new.late_policy is null or new.max_lateness is null) execute function post_takes_lateness();
create trigger post_takes_other_lateness before update of campaign_id on post for each row
    when (new.campaign_id is distinct from old.campaign_id and new.state not in ('CLAIMED', 'PUBLISHED'))
    execute function post_takes_lateness();
