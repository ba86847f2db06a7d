-- The wall: the application's role sees only the workspace and the brands of the current transaction's member.
-- With no member set, both settings are empty and nothing of a tenant is visible.
grant usage on schema public to gazouillis_app, gazouillis_worker;
grant select, insert, update, delete on all tables in schema public to gazouillis_app, gazouillis_worker;
grant usage, select on all sequences in schema public to gazouillis_app, gazouillis_worker;
alter default privileges in schema public grant select, insert, update, delete on tables to gazouillis_app, gazouillis_worker;
alter default privileges in schema public grant usage, select on sequences to gazouillis_app, gazouillis_worker;
revoke update, delete on audit_entry, audit_seal from gazouillis_app, gazouillis_worker;
revoke all on audit_seal, outbox_delivery, sign_in_attempt from gazouillis_app;
revoke update, delete on outbox from gazouillis_app;
revoke insert, update, delete on outbox_subscription from gazouillis_app;

-- wall(table, 'brand'): rows of a brand; 'workspace': rows of the workspace; 'both': brand_id may be null (whole workspace).
create procedure wall(name text, kind text) language plpgsql as $$
declare
    brand_column text := case when name = 'brand' then 'id' else 'brand_id' end;
    clause text := 'workspace_id = (select app_workspace())';
begin
    if kind = 'brand' then
        clause := clause || format(' and %I = any ((select app_brands())::bigint[])', brand_column);
    elsif kind = 'both' then
        clause := clause || format(' and (%1$I is null or %1$I = any ((select app_brands())::bigint[]))', brand_column);
    end if;
    execute format('alter table %I enable row level security', name);
    execute format('create policy tenant_wall on %I to gazouillis_app using (%s) with check (%s)', name, clause, clause);
end $$;

alter table workspace enable row level security;
create policy tenant_wall on workspace to gazouillis_app using (id = (select app_workspace()));
call wall('brand', 'brand');
call wall('member', 'workspace');
call wall('membership', 'both');
call wall('social_account', 'brand');
call wall('api_token', 'workspace');
call wall('audit_entry', 'both');
call wall('campaign', 'brand');
call wall('post', 'brand');
call wall('publication', 'brand');
call wall('fence', 'both');
call wall('idempotency_key', 'workspace');
alter table outbox enable row level security;
create policy append_only on outbox for insert to gazouillis_app with check (workspace_id is null or workspace_id = (select app_workspace()));
