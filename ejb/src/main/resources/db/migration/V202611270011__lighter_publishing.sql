-- A handler may want of a kind only the facts that say something: those whose payload has this key, and not null.
-- What nobody wants is not addressed at all, instead of being brought and thrown away.
alter table outbox_subscription add column needs text;

create or replace function outbox_fan() returns trigger language plpgsql security definer set search_path = public, pg_temp as
$$ begin
    insert into outbox_delivery (handler, outbox_id, next_attempt_at)
    select s.handler, n.id, now() from fresh n join outbox_subscription s on s.kind = n.kind
    where s.needs is null or n.payload ->> s.needs is not null;
    return null;
end $$;

-- Deliveries are made with their fact by the trigger above, and a fact goes only when none of its deliveries is left
-- (OutboxPruning); a key would look up for each of them what has just been written.
alter table outbox_delivery drop constraint outbox_delivery_outbox_id_fkey;

-- Most statuses repost nothing: they need no place in what keeps reposts single.
alter table status drop constraint status_profile_id_repost_of_key;
create unique index status_repost_once on status (profile_id, repost_of) where repost_of is not null;
