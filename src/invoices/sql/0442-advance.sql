-- What the buyer paid before there was an invoice, for one order; later invoices of it use it by the share of the agreement's plan.
create table app.advance (
  id uuid primary key,
  order_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  number text not null check (length(number) between 1 and 100),
  number_key text not null check (length(number_key) between 1 and 200),
  paid_on date not null,
  amount app.amount not null check (amount > 0),
  used numeric not null default 0,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  end_to_end_id text check (length(end_to_end_id) between 1 and 35),
  note text check (length(note) between 1 and 1000),
  version int not null default 1 check (version > 0),
  actor_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  business_time timestamptz not null,
  unique (id, buyer_id, supplier_id),
  constraint advance_number_once unique (buyer_id, supplier_id, number_key),
  constraint advance_end_to_end_once unique (buyer_id, end_to_end_id),
  constraint advance_not_overused check (used between 0 and amount),
  foreign key (order_id, buyer_id, supplier_id) references app.orders (id, buyer_id, supplier_id)
);
create index advance_order on app.advance (order_id, at, id);
create index advance_buyer on app.advance (buyer_id, at, id);
create index advance_supplier on app.advance (supplier_id, at, id);
call app.protect('app.advance', parties => array['buyer_id', 'supplier_id'], writes => array['insert', 'update']);
revoke update on app.advance from hub_app, hub_worker;
-- For the lock alone.
grant update (version) on app.advance to hub_app, hub_worker;
create trigger history before delete or truncate on app.advance for each statement execute function app.refuse_change();

create function app.advance_hands() returns trigger language plpgsql set search_path = '' as $$
begin
  if app.me() is distinct from new.buyer_id or new.used <> 0 then perform app.wrong_hands('an advance is recorded by its buyer, unused'); end if;
  return new;
end $$;
create trigger hands before insert on app.advance for each row execute function app.advance_hands();

create table app.advance_use (
  id uuid primary key,
  advance_id uuid not null,
  invoice_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  amount app.amount not null check (amount > 0),
  at timestamptz not null default clock_timestamp(),
  business_time timestamptz not null,
  foreign key (advance_id, buyer_id, supplier_id) references app.advance (id, buyer_id, supplier_id),
  foreign key (invoice_id, buyer_id, supplier_id) references app.invoice (id, buyer_id, supplier_id)
);
create index advance_use_advance on app.advance_use (advance_id, at, id);
create index advance_use_invoice on app.advance_use (invoice_id, at, id);
create index advance_use_buyer on app.advance_use (buyer_id, at, id);
create index advance_use_supplier on app.advance_use (supplier_id, at, id);
call app.protect('app.advance_use', parties => array['buyer_id', 'supplier_id'], writes => array['insert']);

create policy guard_select on app.advance for select to hub_guard using (true);
create policy guard_count on app.advance for update to hub_guard using (true) with check (true);
grant select, update (used, version) on app.advance to hub_guard;
create function app.advance_used() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update app.advance set used = used + new.amount, version = version + 1 where id = new.advance_id;
  return new;
end $$;
alter function app.advance_used() owner to hub_guard;
set local role hub_guard;
grant execute on function app.advance_used() to hub_owner;
set local role hub_owner;
create trigger used after insert on app.advance_use for each row execute function app.advance_used();
