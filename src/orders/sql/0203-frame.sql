-- Units that measure the same thing, as powers of ten of the smallest: the same table as kernel/units.ts.
create table app.unit_scale (unit text primary key, dimension text not null, tens int not null);
alter table app.unit_scale enable row level security;
alter table app.unit_scale force row level security;
create policy owner_all on app.unit_scale to hub_owner using (true) with check (true);
create policy everyone_reads on app.unit_scale for select using (true);
grant select on app.unit_scale to hub_app, hub_worker, hub_guard;
insert into app.unit_scale (dimension, unit, tens) values
  ('mass', 'MGM', 0), ('mass', 'GRM', 3), ('mass', 'HGM', 5), ('mass', 'KGM', 6), ('mass', 'DTN', 8), ('mass', 'TNE', 9), ('mass', 'KTN', 12),
  ('length', 'MMT', 0), ('length', 'CMT', 1), ('length', 'DMT', 2), ('length', 'MTR', 3), ('length', 'HMT', 5), ('length', 'KMT', 6),
  ('area', 'MMK', 0), ('area', 'CMK', 2), ('area', 'DMK', 4), ('area', 'MTK', 6), ('area', 'HAR', 10), ('area', 'KMK', 12),
  ('volume', 'MMQ', 0), ('volume', 'CMQ', 3), ('volume', 'MLT', 3), ('volume', 'CLT', 4), ('volume', 'DLT', 5), ('volume', 'DMQ', 6),
  ('volume', 'LTR', 6), ('volume', 'HLT', 8), ('volume', 'MTQ', 9),
  ('count', 'C62', 0), ('count', 'EA', 0), ('count', 'H87', 0), ('count', 'NAR', 0), ('count', 'PCE', 0), ('count', 'CEN', 2), ('count', 'MIL', 3), ('count', 'MIO', 6),
  ('energy', 'WHR', 0), ('energy', 'KWH', 3), ('energy', 'MWH', 6), ('energy', 'GWH', 9);

-- Exact: a product with a power of ten, never a quotient. Null where the units measure different things.
create function app.convert_unit(quantity numeric, from_unit text, to_unit text) returns numeric language sql stable set search_path = '' as $$
  select case when from_unit = to_unit then quantity
    else (select quantity * ('1e' || (a.tens - b.tens))::numeric from app.unit_scale a, app.unit_scale b
          where a.unit = from_unit and b.unit = to_unit and a.dimension = b.dimension) end
$$;
grant execute on function app.convert_unit(numeric, text, text) to hub_app, hub_worker, hub_guard;

-- What call-offs drew from the lines of a frame, movement by movement; written by the guard alone.
create table app.frame_consumption (
  id uuid primary key default gen_random_uuid(),
  frame_id uuid not null,
  frame_line_id uuid not null,
  call_off_id uuid not null,
  call_off_line_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  -- In the unit of the frame's line; negative where a call-off gives back.
  quantity numeric not null,
  value numeric not null,
  at timestamptz not null default clock_timestamp(),
  business_time timestamptz not null default app.business_now(),
  check (quantity <> 0 or value <> 0),
  foreign key (frame_line_id, frame_id, buyer_id, supplier_id) references app.order_line (id, order_id, buyer_id, supplier_id),
  foreign key (call_off_line_id, call_off_id, buyer_id, supplier_id) references app.order_line (id, order_id, buyer_id, supplier_id)
);
create index frame_consumption_frame on app.frame_consumption (frame_id, at, id);
create index frame_consumption_line on app.frame_consumption (call_off_line_id);
call app.protect('app.frame_consumption', parties => array['buyer_id', 'supplier_id'], writes => array[]::text[]);

create policy guard_select on app.frame_consumption for select to hub_guard using (true);
create policy guard_insert on app.frame_consumption for insert to hub_guard with check (true);
grant select, insert on app.frame_consumption to hub_guard;
create policy guard_select on app.orders for select to hub_guard using (true);
create policy guard_count on app.orders for update to hub_guard using (true) with check (true);
grant select, update (called_off_value) on app.orders to hub_guard;
create policy guard_select on app.order_line for select to hub_guard using (true);
create policy guard_count on app.order_line for update to hub_guard using (true) with check (true);
grant select, update (called_off) on app.order_line to hub_guard;
-- The deferred checks of an order whose count was changed run as the guard's function too.
create policy guard_select on app.order_revision for select to hub_guard using (true);
grant select on app.order_revision to hub_guard;

-- Draws what one line of a call-off holds now, less what it drew before. The frame refuses by its own constraints.
create function app.frame_draw(line app.order_line, call_off app.orders) returns void language plpgsql set search_path = '' as $$
declare
  source app.order_line;
  drawn record;
  holds boolean := line.state = 'ACTIVE' and call_off.status not in ('REFUSED', 'CANCELLED');
  drawing numeric;
  worth numeric;
begin
  select * into source from app.order_line where id = line.frame_line_id and order_id = call_off.frame_id;
  drawing := app.convert_unit(line.quantity, line.unit, source.unit);
  if drawing is null then
    raise exception 'a call-off draws on a line of its frame' using errcode = '23514', constraint = 'frame_line_known';
  end if;
  select coalesce(sum(c.quantity), 0) as quantity, coalesce(sum(c.value), 0) as worth into drawn
  from app.frame_consumption c where c.call_off_line_id = line.id;
  drawing := case when holds then drawing else 0 end - drawn.quantity;
  worth := case when holds then coalesce(line.amount, 0) else 0 end - drawn.worth;
  if drawing = 0 and worth = 0 then return; end if;
  insert into app.frame_consumption (frame_id, frame_line_id, call_off_id, call_off_line_id, buyer_id, supplier_id, quantity, value)
  values (source.order_id, source.id, line.order_id, line.id, line.buyer_id, line.supplier_id, drawing, worth);
  update app.order_line set called_off = trim_scale(called_off + drawing) where id = source.id;
  update app.orders set called_off_value = called_off_value + worth where id = source.order_id;
end $$;
grant execute on function app.frame_draw(app.order_line, app.orders) to hub_guard;

create function app.call_off_line_drawn() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  o app.orders;
begin
  select * into o from app.orders where id = new.order_id;
  if o.type_code = '226' then
    if tg_op = 'UPDATE' and new.frame_line_id is distinct from old.frame_line_id then
      raise exception 'a line of a call-off stays with its frame line' using errcode = '23514', constraint = 'frame_line_known';
    end if;
    perform app.frame_draw(new, o);
  end if;
  return null;
end $$;
alter function app.call_off_line_drawn() owner to hub_guard;
set local role hub_guard;
grant execute on function app.call_off_line_drawn() to hub_owner;
set local role hub_owner;
create trigger drawn after insert or update of quantity, unit, state, amount, frame_line_id on app.order_line
  for each row execute function app.call_off_line_drawn();

create function app.call_off_ended() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform app.frame_draw(l, new) from app.order_line l where l.order_id = new.id order by l.id;
  return null;
end $$;
alter function app.call_off_ended() owner to hub_guard;
set local role hub_guard;
grant execute on function app.call_off_ended() to hub_owner;
set local role hub_owner;
create trigger ended after update of status on app.orders for each row
  when (new.type_code = '226' and new.status in ('REFUSED', 'CANCELLED') and old.status <> new.status)
  execute function app.call_off_ended();
