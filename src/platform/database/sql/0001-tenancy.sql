-- The acting organisation and actor of this transaction; null when unset, so that nothing is seen.
create function app.me() returns uuid language sql stable parallel safe set search_path = ''
  as $$ select nullif(current_setting('app.org', true), '')::uuid $$;
create function app.actor() returns uuid language sql stable parallel safe set search_path = ''
  as $$ select nullif(current_setting('app.actor', true), '')::uuid $$;
grant execute on function app.me(), app.actor() to public;

create function app.refuse_change() returns trigger language plpgsql set search_path = '' as $$
begin
  raise exception '% is history and is never changed', tg_table_name using errcode = '23514', constraint = 'history_is_kept';
end $$;

-- The standard protection of a table that holds anything of a party: forced row-level security, one policy per command for
-- the acting roles (any of the party columns may act), all for the owner (whose data migrations would else change nothing in
-- silence), and a trigger that refuses to change history where neither update nor delete is among the writes.
create procedure app.protect(target text, parties text[], writes text[] default array['insert'])
language plpgsql set search_path = '' as $$
declare
  test text := 'coalesce(' || (select string_agg(format('%I = (select app.me())', p), ' or ') from unnest(parties) p) || ', false)';
  name text := split_part(target, '.', 2);
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy owner_all on %s to hub_owner using (true) with check (true)', target);
  execute format('create policy party_select on %s for select to hub_app, hub_worker using (%s)', target, test);
  execute format('grant select on %s to hub_app, hub_worker', target);
  if 'insert' = any(writes) then
    execute format('create policy party_insert on %s for insert to hub_app, hub_worker with check (%s)', target, test);
    execute format('grant insert on %s to hub_app, hub_worker', target);
  end if;
  if 'update' = any(writes) then
    execute format('create policy party_update on %s for update to hub_app, hub_worker using (%s) with check (%s)', target, test, test);
    execute format('grant update on %s to hub_app, hub_worker', target);
  end if;
  if 'delete' = any(writes) then
    execute format('create policy party_delete on %s for delete to hub_app, hub_worker using (%s)', target, test);
    execute format('grant delete on %s to hub_app, hub_worker', target);
  end if;
  if not writes && array['update', 'delete'] then
    execute format('create trigger history before update or delete or truncate on %s for each statement execute function app.refuse_change()', target);
  end if;
end $$;
