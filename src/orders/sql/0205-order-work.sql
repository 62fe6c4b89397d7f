-- That an answer was due and had not come.
create table app.order_reminder (
  id uuid primary key,
  order_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  -- The side that owes the answer, and the version of the order at which it owed it.
  side text not null check (side in ('BUYER', 'SUPPLIER')),
  order_version int not null,
  at timestamptz not null default clock_timestamp(),
  business_time timestamptz not null,
  constraint reminded_once unique (order_id, side, order_version),
  foreign key (order_id, buyer_id, supplier_id) references app.orders (id, buyer_id, supplier_id)
);
create index order_reminder_order on app.order_reminder (order_id, at, id);
call app.protect('app.order_reminder', parties => array['buyer_id', 'supplier_id'], writes => array['insert']);

-- How the orders between two parties stand, counted again from the orders themselves whenever one changes.
create table app.order_progress (
  id uuid primary key,
  buyer_id uuid not null,
  supplier_id uuid not null,
  issued int not null,
  acknowledged int not null,
  countered int not null,
  in_force int not null,
  refused int not null,
  cancelled int not null,
  waits_for_buyer int not null,
  waits_for_supplier int not null,
  oldest_wait timestamptz,
  -- Open value by currency: [{"currency": "CNY", "amount": "12.00"}].
  open_value jsonb not null,
  computed_at timestamptz not null,
  business_time timestamptz not null,
  constraint order_progress_once unique (buyer_id, supplier_id)
);
create index order_progress_buyer on app.order_progress (buyer_id, id);
create index order_progress_supplier on app.order_progress (supplier_id, id);
call app.protect('app.order_progress', parties => array['buyer_id', 'supplier_id'], writes => array['insert', 'update']);
