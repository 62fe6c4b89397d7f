-- A session that was opened by an invitation is about one order and nothing else: the transaction says which, and a wall of
-- restrictive policies closes every other row to it, whatever the other policies would show. Unset means: no such bound.
create function app.only_order() returns uuid language sql stable parallel safe set search_path = ''
  as $$ select nullif(current_setting('app.only_order', true), '')::uuid $$;
revoke execute on function app.only_order() from public;
grant execute on function app.only_order() to hub_app, hub_guard;

-- The same for policies: nil where there is no bound, so that one look at it is enough.
create function app.bound() returns uuid language sql stable parallel safe set search_path = ''
  as $$ select coalesce(nullif(current_setting('app.only_order', true), ''), '00000000-0000-0000-0000-000000000000')::uuid $$;
revoke execute on function app.bound() from public;
grant execute on function app.bound() to hub_app;

-- Puts the wall round every table that the requests' role can read and that has none yet: rows of the order where the table names
-- an order, else nothing. A table that is the same for everybody stays open. Called again at the end of every migration, so that a
-- table that nobody thought of is closed. The form is no accident: the bound is looked up once for each table and statement, and the
-- planner takes a case for half of the rows, but a null test on a parameter for one in two hundred.
create procedure app.wall_off() language plpgsql set search_path = '' as $$
declare
  open record;
begin
  for open in
    select c.relname, exists (select from pg_catalog.pg_attribute a where a.attrelid = c.oid and a.attname = 'order_id' and not a.attisdropped) as ordered
    from pg_catalog.pg_class c
    where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p') and c.relrowsecurity
      and exists (select from pg_catalog.pg_policy p where p.polrelid = c.oid and ('hub_app'::regrole = any(p.polroles) or p.polroles = '{0}'))
      and not exists (select from pg_catalog.pg_policy p where p.polrelid = c.oid and (p.polname = 'only_order'
        or (p.polroles = '{0}' and p.polcmd = 'r' and pg_catalog.pg_get_expr(p.polqual, p.polrelid) = 'true')))
    order by c.relname
  loop
    execute format('create policy only_order on app.%I as restrictive to hub_app using (%s)', open.relname,
      format('case (select app.bound()) when ''00000000-0000-0000-0000-000000000000'' then true %s else false end',
        case when open.ordered then 'when order_id then true' end));
  end loop;
end $$;
revoke execute on procedure app.wall_off() from public;
