-- A small world in which every kind of declaration occurs, and in which some rows point to rows that are hidden.
create schema world;
create table world.org (
  id uuid primary key, name text not null, code text collate "C" not null unique check (code ~ '^[A-Z0-9-]+$'),
  credit numeric(12, 2), founded date not null, secret boolean not null, owner_id uuid not null
);
create index on world.org (code);
create index on world.org (owner_id, code);
create table world.orders (
  id uuid primary key, buyer_id uuid not null, supplier_id uuid not null, number text collate "C" not null,
  status text not null check (status in ('OPEN', 'DONE', 'VOID')), due_on date, created_at timestamptz not null,
  rank int not null, total numeric(18, 2) not null, currency text not null check (currency in ('CNY', 'EUR')),
  discount numeric(18, 2), note text, tags text[] not null, before jsonb, after jsonb, urgent boolean not null
);
create index on world.orders (buyer_id, created_at, id);
create index on world.orders (supplier_id, created_at, id);
create index on world.orders (buyer_id, number, id);
create index on world.orders (supplier_id, number, id);
create index on world.orders (buyer_id, rank, id);
create index on world.orders (supplier_id, rank, id);
create table world.line (
  id uuid primary key, order_id uuid not null, buyer_id uuid not null, supplier_id uuid not null, line_no int not null,
  item text not null, quantity numeric not null, held boolean not null, promised_on date, maker_id uuid, unique (order_id, line_no)
);
create index on world.line (order_id, item collate "C", id);
create table world.event (
  id uuid primary key, order_id uuid not null, buyer_id uuid not null, supplier_id uuid not null,
  kind text not null check (kind in ('ISSUED', 'CLOSED', 'NOTED')), at timestamptz not null, reason text, by_id uuid,
  subject_type text, subject_id uuid
);
create index on world.event (order_id, at, id);

create function world.protect(name text, test text) returns void language plpgsql as $$
begin
  execute format('alter table world.%I enable row level security', name);
  execute format('alter table world.%I force row level security', name);
  execute format('create policy seen on world.%I for select to hub_app using (%s)', name, test);
  execute format('grant select on world.%I to hub_app', name);
end $$;
select world.protect('org', 'not secret or owner_id = (select app.me())');
select world.protect(name, 'coalesce(buyer_id = (select app.me()) or supplier_id = (select app.me()), false)')
  from unnest(array['orders', 'line', 'event']) name;
grant usage on schema world to hub_app;
