-- Which documents moved goods of an order: one row for each pair, written by the guard with the lines.
create table app.order_despatch (
  id uuid primary key default gen_random_uuid(),
  order_id uuid not null,
  despatch_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  constraint order_despatch_once unique (despatch_id, order_id),
  foreign key (despatch_id, buyer_id, supplier_id) references app.despatch_advice (id, buyer_id, supplier_id),
  foreign key (order_id, buyer_id, supplier_id) references app.orders (id, buyer_id, supplier_id)
);
create index order_despatch_order on app.order_despatch (order_id, at, id);
call app.protect('app.order_despatch', parties => array['buyer_id', 'supplier_id'], writes => array[]::text[]);

create table app.order_receipt (
  id uuid primary key default gen_random_uuid(),
  order_id uuid not null,
  receipt_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  constraint order_receipt_once unique (receipt_id, order_id),
  foreign key (receipt_id, buyer_id, supplier_id) references app.receipt_advice (id, buyer_id, supplier_id),
  foreign key (order_id, buyer_id, supplier_id) references app.orders (id, buyer_id, supplier_id)
);
create index order_receipt_order on app.order_receipt (order_id, at, id);
call app.protect('app.order_receipt', parties => array['buyer_id', 'supplier_id'], writes => array[]::text[]);

create policy guard_select on app.order_despatch for select to hub_guard using (true);
create policy guard_insert on app.order_despatch for insert to hub_guard with check (true);
grant select, insert on app.order_despatch to hub_guard;
create policy guard_select on app.order_receipt for select to hub_guard using (true);
create policy guard_insert on app.order_receipt for insert to hub_guard with check (true);
grant select, insert on app.order_receipt to hub_guard;

create function app.despatch_links() returns trigger language plpgsql security definer set search_path = '' set enable_seqscan = off as $$
begin
  insert into app.order_despatch (order_id, despatch_id, buyer_id, supplier_id)
  select distinct order_id, despatch_id, buyer_id, supplier_id from fresh on conflict on constraint order_despatch_once do nothing;
  return null;
end $$;
create trigger links after insert on app.despatch_line referencing new table as fresh for each statement execute function app.despatch_links();
alter function app.despatch_links() owner to hub_guard;

create function app.receipt_links() returns trigger language plpgsql security definer set search_path = '' set enable_seqscan = off as $$
begin
  insert into app.order_receipt (order_id, receipt_id, buyer_id, supplier_id)
  select distinct order_id, receipt_id, buyer_id, supplier_id from fresh on conflict on constraint order_receipt_once do nothing;
  return null;
end $$;
create trigger links after insert on app.receipt_line referencing new table as fresh for each statement execute function app.receipt_links();
alter function app.receipt_links() owner to hub_guard;
